/** The ownership table: what services say of themselves, and whether their pages can be read. */
package io.appofapps.confluence.view.owners;
