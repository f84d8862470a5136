/** What stands inside a block: pieces of markup, tables, lists, CSV. Knows no pages, no rights. */
package io.appofapps.confluence.view.body;
