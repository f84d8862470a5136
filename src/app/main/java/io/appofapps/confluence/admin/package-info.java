/** What administrators see: the shell of the admin screen and its guards. */
package io.appofapps.confluence.admin;
