package io.appofapps.confluence.configuration;

/** Where everybody reads the configuration: from memory, at no cost. */
public interface ConfigurationReader {

  /** The configuration in force on this node, never null. */
  Configuration current();

  /**
   * Adds a listener that is called after every change, also one made on another node, on a thread
   * of the configuration's own; it must not block for long.
   */
  void onChange(Runnable listener);
}
