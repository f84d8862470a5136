/**
 * What the app can say about itself and the Confluence it runs in: whether that Confluence has
 * every type and member of its API that the app uses.
 */
package io.appofapps.confluence.diagnostics;
