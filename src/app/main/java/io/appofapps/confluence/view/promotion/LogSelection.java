package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Parameters;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which promotions somebody wants to see in the log.
 *
 * @param filter what rows can be asked for
 * @param person key or full name of who asked, empty for everybody
 * @param states words of states, empty for all
 */
record LogSelection(LogFilter filter, String person, List<String> states) {

  /** From when on, counted back from now. */
  enum Period {
    ALL("all", 0),
    YEAR("365d", 365),
    QUARTER("90d", 90),
    MONTH("30d", 30),
    WEEK("7d", 7);

    private final String word;
    private final int days;

    Period(String word, int days) {
      this.word = word;
      this.days = days;
    }

    String word() {
      return word;
    }

    /** By the hour, so that the same question stays the same for a while. */
    Optional<Instant> from(Instant now) {
      return days == 0
          ? Optional.empty()
          : Optional.of(now.truncatedTo(ChronoUnit.HOURS).minus(Duration.ofDays(days)));
    }
  }

  /** What the macro's parameters ask for. */
  static LogSelection of(Parameters parameters, Instant now) throws BadParameter {
    List<String> states = parameters.words("state");
    for (String state : states) {
      if (PromotionState.of(state).isEmpty()) {
        throw new BadParameter("state", state, words());
      }
    }
    Period period = parameters.choice("period", Period.values(), Period::word, Period.QUARTER);
    return new LogSelection(
        new LogFilter(
            given(parameters, "set"),
            given(parameters, "service"),
            given(parameters, "environment"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            period.from(now),
            Optional.empty()),
        parameters.text("person"),
        states);
  }

  private static Optional<String> given(Parameters parameters, String name) throws BadParameter {
    return Optional.of(parameters.text(name)).filter(text -> !text.isEmpty());
  }

  private static String words() {
    return Arrays.stream(PromotionState.values())
        .map(PromotionState::word)
        .collect(Collectors.joining(", "));
  }

  /** What the filter cannot say. */
  boolean takes(Case found) {
    Person by = found.promotion().request().by();
    return (person.isEmpty() || person.equals(by.key()) || person.equalsIgnoreCase(by.name()))
        && (states.isEmpty() || states.contains(found.promotion().state().word()));
  }
}
