package io.appofapps.devhost.plugin;

/**
 * Where the host publishes the services that plugins may import; anything else cannot be imported.
 */
public interface HostServices {

  /** Publishes the implementation under the type, before plugins are started. */
  <T> void publish(Class<T> type, T implementation);
}
