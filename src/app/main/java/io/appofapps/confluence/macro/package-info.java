/** The macros: what a page asks is answered with HTML, whatever happens. */
package io.appofapps.confluence.macro;
