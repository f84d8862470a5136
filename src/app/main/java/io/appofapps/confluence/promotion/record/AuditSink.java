package io.appofapps.confluence.promotion.record;

/** Another place where the log is told, apart from its rows. */
public interface AuditSink {

  /**
   * Tells of a row that is about to be written.
   *
   * @throws RuntimeException when it could not be told and the rule is that nothing may happen
   *     then: the row is not written, and what it tells of does not happen
   */
  void record(LogRow row);
}
