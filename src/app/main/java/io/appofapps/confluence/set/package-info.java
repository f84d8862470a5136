/** Deployment sets: what a page can ask for by name, and what is computed once per snapshot. */
package io.appofapps.confluence.set;
