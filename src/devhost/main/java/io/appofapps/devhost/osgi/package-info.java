/** Plugins as OSGi bundles: what Confluence's plugin system does with a transformer-less bundle. */
package io.appofapps.devhost.osgi;
