package io.appofapps.confluence.state;

/** Where pages read the state from: memory only, never a cluster, never the database. */
public interface StateReader {

  /** The newest snapshot, never null. */
  Snapshot current();
}
