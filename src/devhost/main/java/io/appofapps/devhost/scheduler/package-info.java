/** Jobs of plugins: once per cluster or on every node. */
package io.appofapps.devhost.scheduler;
