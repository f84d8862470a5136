/** Spaces, pages, versions, labels and restrictions in the host's database. */
package io.appofapps.devhost.content;
