/** Storage format: parsing, macros and the HTML that comes out. */
package io.appofapps.devhost.render;
