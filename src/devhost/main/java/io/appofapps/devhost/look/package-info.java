/** The look of Confluence: templates, themes, the frame around every page, static files. */
package io.appofapps.devhost.look;
