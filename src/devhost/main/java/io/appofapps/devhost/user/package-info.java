/** The user directory and who the current thread acts for. */
package io.appofapps.devhost.user;
