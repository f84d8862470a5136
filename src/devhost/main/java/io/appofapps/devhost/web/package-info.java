/** The servlet container, sign-in, sessions, XSRF, secure administration sessions. */
package io.appofapps.devhost.web;
