package io.appofapps.confluence.rest;

import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rows.PromotionPage;
import jakarta.ws.rs.core.UriInfo;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Query parameters of the promotions' lists. */
final class PromotionFilters {

  private static final String OF_ONESELF = "me";
  private static final String MOMENT =
      "has to be a moment such as 2026-11-30T08:00:00Z, or a day such as 2026-11-30";

  private final QueryValues given;

  PromotionFilters(UriInfo uri) {
    this.given = new QueryValues(Queries.of(uri));
  }

  /**
   * {@code set}, {@code service}, {@code environment}, {@code person}, {@code state}, {@code
   * promotion}, {@code from}, {@code until}.
   *
   * @param self key of who asks, whom {@code person=me} means
   */
  LogFilter filter(String self) {
    return new LogFilter(
        text("set"),
        text("service"),
        text("environment"),
        text("person").map(person -> person.equals(OF_ONESELF) ? self : person),
        text("state").map(PromotionFilters::state),
        text("promotion"),
        text("from").map(text -> moment("from", text)),
        text("until").map(text -> moment("until", text)));
  }

  /** Id of the page that the person looks at; empty for none. */
  String page() {
    return text("page").orElse("");
  }

  /** How many are wanted at most; empty when nobody said. */
  Optional<Integer> limit(int most) {
    return given.limit(most);
  }

  /** The row of the log after which to go on; 0 for the beginning. */
  long afterRow() {
    return given.number("after", 0, Long.MAX_VALUE).orElse(0L);
  }

  /** Where a list of promotions goes on, as {@link #next} has written it. */
  Optional<PromotionPage.Place> after() {
    return text("after")
        .map(
            text -> {
              int at = text.indexOf('_');
              if (at < 1) {
                throw new RefusedException(400, "\"after\" is not what \"next\" has said.");
              }
              return new PromotionPage.Place(
                  QueryValues.number("after", text.substring(0, at), 0, Long.MAX_VALUE),
                  text.substring(at + 1));
            });
  }

  static String next(PromotionPage.Place place) {
    return place.requestedMillis() + "_" + place.id();
  }

  private Optional<String> text(String name) {
    return given.text(name);
  }

  private static String state(String text) {
    if (!text.equals(Entry.REFUSED) && PromotionState.of(text).isEmpty()) {
      throw new RefusedException(
          400,
          "\"state\" has to be one of "
              + Stream.concat(
                      Arrays.stream(PromotionState.values()).map(PromotionState::word),
                      Stream.of(Entry.REFUSED))
                  .collect(Collectors.joining(", "))
              + ".");
    }
    return text;
  }

  private static Instant moment(String name, String text) {
    try {
      return text.indexOf('T') < 0
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new RefusedException(400, "\"" + name + "\" " + MOMENT + ".", e);
    }
  }
}
