package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.promotion.record.AuditSink;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.Head;
import io.appofapps.confluence.promotion.record.LogRow;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/**
 * Appends to the log one after the other, whichever node it is. The sequence number is a key, so
 * that of several at once one comes through; the others begin anew.
 */
final class Appender {

  private static final int MOST_TRIES = 60;
  private static final int MOST_WITHOUT_ANOTHER = 3;
  private static final long LONGEST_PAUSE_NANOS = 8_000_000;

  private final ActiveObjects ao;
  private final LogRows log;
  private final AuditSink sink;

  Appender(ActiveObjects ao, LogRows log, AuditSink sink) {
    this.ao = ao;
    this.log = log;
    this.sink = sink;
  }

  LogRow append(Entry entry) {
    return append(entry, () -> null).row();
  }

  /**
   * Appends an entry and does more in the same transaction: all of it happens, or nothing.
   *
   * @param more done after the append, so that it sees what earlier writers have left
   * @throws OvertakenException from {@code more}; nothing is written
   * @throws RuntimeException when the database or the sink fails; nothing is written
   */
  <T> Done<T> append(Entry entry, Supplier<T> more) {
    for (int tries = 1; ; tries++) {
      Head before = head();
      try {
        return ao.executeInTransaction(
            () -> {
              LogRow row = log.append(entry);
              T result = more.get();
              told(row);
              return new Done<>(row, result);
            });
      } catch (OvertakenException e) {
        throw e;
      } catch (SinkException e) {
        throw e.reason();
      } catch (RuntimeException e) {
        // Every database names a clash of keys in its own way; that the log has grown tells it.
        boolean another = !head().equals(before);
        if (tries >= MOST_TRIES || tries >= MOST_WITHOUT_ANOTHER && !another) {
          throw e;
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_NANOS));
      }
    }
  }

  /** What came of it. */
  record Done<T>(LogRow row, T result) {}

  private Head head() {
    return ao.executeInTransaction(log::head);
  }

  private void told(LogRow row) {
    try {
      sink.record(row);
    } catch (RuntimeException e) {
      throw new SinkException(e);
    }
  }

  /** Tells a sink that refuses from a database that does: trying again would not help. */
  private static final class SinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    SinkException(RuntimeException reason) {
      super(reason);
    }

    RuntimeException reason() {
      return (RuntimeException) getCause();
    }
  }
}
