/** The nodes that share one database, and the locks among them. */
package io.appofapps.devhost.cluster;
