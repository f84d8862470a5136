/** Viewing pages: display, export, history, restrictions, search, dashboard. */
package io.appofapps.devhost.page;
