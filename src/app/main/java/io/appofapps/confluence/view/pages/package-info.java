/** Rows chosen by what the pages of their services say, within the rights of who looks. */
package io.appofapps.confluence.view.pages;
