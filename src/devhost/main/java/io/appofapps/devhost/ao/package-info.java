/** Real Active Objects for plugins, with the product's names and limits. */
package io.appofapps.devhost.ao;
