/** Figures about the app itself, for Prometheus and JMX. Rooms count, this one collects. */
package io.appofapps.confluence.metrics;
