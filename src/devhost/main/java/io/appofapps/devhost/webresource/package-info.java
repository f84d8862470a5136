/**
 * Scripts, styles and images of plugins: requested by macros, pulled in by context, served by name.
 */
package io.appofapps.devhost.webresource;
