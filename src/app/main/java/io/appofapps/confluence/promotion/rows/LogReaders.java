package io.appofapps.confluence.promotion.rows;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.promotion.record.Head;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.record.LogRow;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/**
 * How far those have read who follow the log, so that they go on there on whichever node and after
 * a restart. Whoever reads sees to it that nobody else does so by the same name at the same time.
 */
@Named
public class LogReaders {

  private static final String PREFIX = "reader:";

  private final ActiveObjects ao;
  private final LogRows log;
  private final Marks marks;

  @Inject
  public LogReaders(@ComponentImport ActiveObjects ao) {
    this.ao = ao;
    this.log = new LogRows(ao);
    this.marks = new Marks(ao);
  }

  /**
   * Where a reader is.
   *
   * @param read the last row that it has read
   * @param last the last row that there is
   */
  public record Place(long read, long last) {}

  /** The next rows, oldest first. A new reader begins with what is written from now on. */
  public List<LogRow> next(String reader, int most) {
    return ao.executeInTransaction(
        () -> {
          Optional<Head> read = marks.find(PREFIX + reader);
          if (read.isEmpty()) {
            marks.put(PREFIX + reader, log.head());
            return List.of();
          }
          return log.page(LogFilter.ALL, read.get().sequence(), most).rows();
        });
  }

  /** Notes that a reader has read all up to that row. */
  public void read(String reader, LogRow row) {
    ao.executeInTransaction(
        () -> {
          marks.put(PREFIX + reader, row.recorded().head());
          return null;
        });
  }

  /** Forgets a reader; by that name another one begins anew. */
  public void forget(String reader) {
    ao.executeInTransaction(
        () -> {
          marks.remove(PREFIX + reader);
          return null;
        });
  }

  /** Where a reader is; empty when it has never read. */
  public Optional<Place> place(String reader) {
    return ao.executeInTransaction(
        () ->
            marks
                .find(PREFIX + reader)
                .map(read -> new Place(read.sequence(), log.head().sequence())));
  }
}
