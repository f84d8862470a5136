/** The source editor with macro browser, autocomplete and preview. */
package io.appofapps.devhost.editor;
