/** The product's side of wired tests. */
package io.appofapps.devhost.wired;
