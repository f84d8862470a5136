/** Narrow adapters between the app and its host. */
package io.appofapps.confluence.confluence;
