package io.appofapps.confluence.cluster;

/** What the settings file says. */
public sealed interface Settings {

  /** There is no settings file: no connection is configured. */
  record Absent() implements Settings {}

  /**
   * There is a settings file that cannot be used.
   *
   * @param connection key of the connection meant
   * @param problem for people: what is wrong and what to do
   */
  record Unusable(String connection, String problem) implements Settings {}

  /** There is a connection to make. */
  record Usable(ConnectionSettings connection) implements Settings {}
}
