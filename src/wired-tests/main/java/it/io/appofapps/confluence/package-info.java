/** Tests that run inside the product, beside the app. */
package it.io.appofapps.confluence;
