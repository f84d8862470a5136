package io.appofapps.confluence.state.leader;

/**
 * What the leader of a connection does for the cluster of Confluence nodes: watch. Both calls come
 * on the leadership's thread, never twice in a row for the same connection, and return within
 * seconds.
 */
public interface ConnectionDuty {

  /** This node leads now: start watching. */
  void begin(String connection);

  /** This node leads no more: stop watching; when it returns nothing writes to the store. */
  void end(String connection);
}
