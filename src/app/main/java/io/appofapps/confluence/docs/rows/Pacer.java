package io.appofapps.confluence.docs.rows;

/** Keeps long work from crowding the database. */
public interface Pacer {

  /** Never waits. */
  Pacer NONE = statements -> {};

  /**
   * Waits until so many statements may be made.
   *
   * @throws java.util.concurrent.CancellationException when the app stops
   */
  void take(int statements);
}
