/**
 * Cluster connections: settings, the Kubernetes client, watchers, decoding of custom resources. The
 * only room that knows the Kubernetes client library.
 */
package io.appofapps.confluence.cluster;
