package io.appofapps.confluence.rest;

import io.appofapps.confluence.promotion.record.CdEvents;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.rows.LogPage;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.LongFunction;

/**
 * Rows of the log as they are read, a few hundred in memory at a time. What goes wrong after the
 * first rows breaks the answer off, so that nobody takes a part for the whole.
 */
final class LogStream implements StreamingOutput {

  private final LogForm form;
  private final CdEvents events;
  private final LogPage first;
  private final LongFunction<LogPage> pages;
  private final long most;

  private LogStream(
      LogForm form, CdEvents events, LogPage first, LongFunction<LogPage> pages, long most) {
    this.form = form;
    this.events = events;
    this.first = first;
    this.pages = pages;
    this.most = most;
  }

  /**
   * 200 with the rows; never stored by a browser or a proxy.
   *
   * @param pages gives the rows after a sequence number; asked once before the answer begins, so
   *     that a database that is away is told as such
   * @param after sequence number to begin after
   * @param most how many rows at most
   */
  static Response answer(
      LogForm form, CdEvents events, LongFunction<LogPage> pages, long after, long most) {
    LogStream stream = new LogStream(form, events, pages.apply(after), pages, most);
    return Response.ok(stream)
        .header("Content-Type", form.type())
        .header("Content-Disposition", "attachment; filename=\"promotions." + form.ending() + "\"")
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  @Override
  public void write(OutputStream out) throws IOException {
    put(out, form.begin());
    long written = 0;
    for (LogPage page = first; ; page = pages.apply(page.next())) {
      for (LogRow row : page.rows()) {
        if (written == most) {
          break;
        }
        put(out, form.row(row, written == 0, events));
        written++;
      }
      if (page.next() == 0 || written == most) {
        break;
      }
    }
    put(out, form.end());
  }

  private static void put(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
  }
}
