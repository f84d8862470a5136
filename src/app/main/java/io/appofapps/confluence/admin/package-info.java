/** What administrators see: how the app stands. */
package io.appofapps.confluence.admin;
