package io.appofapps.confluence.promotion.desk;

import io.appofapps.confluence.promotion.desk.DeskException.Kind;
import io.appofapps.confluence.promotion.rows.OvertakenException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says why something is not done. */
final class Refusals {

  private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

  static final int LONGEST_WORDS = 2_000;
  static final int LONGEST_KEY = 200;

  private Refusals() {}

  static DeskException of(Kind kind, String text, String... arguments) {
    return new DeskException(kind, Saying.of(text, arguments));
  }

  /** What somebody wrote is of a length that is kept whole. */
  static void checkWords(String words) throws DeskException {
    if (words.length() > LONGEST_WORDS) {
      throw of(Kind.INVALID, "aoa.promotion.desk.too-long", Integer.toString(LONGEST_WORDS));
    }
  }

  /**
   * Does what changes rows.
   *
   * @throws DeskException UNAVAILABLE when the database or the audit log does not take it
   */
  static <T> T written(Supplier<T> work) throws DeskException {
    try {
      return work.get();
    } catch (OvertakenException e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.warn("A promotion could not be written", e);
      throw of(Kind.UNAVAILABLE, "aoa.promotion.desk.unavailable");
    }
  }
}
