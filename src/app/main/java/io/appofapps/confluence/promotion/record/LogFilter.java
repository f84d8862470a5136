package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.promotion.Promotion;
import java.time.Instant;
import java.util.Optional;

/**
 * Which entries or promotions are wanted; all conditions must hold, an empty one always does.
 *
 * @param set key of the deployment set
 * @param service name of the service
 * @param environment id of the environment that it goes to
 * @param person key of who did it; of a promotion, who asked for it
 * @param state word of the state after the entry, {@code refused} too; of a promotion, its state
 * @param promotion its id
 * @param from not before this moment; of a promotion, when it was asked for
 * @param until before this moment
 */
public record LogFilter(
    Optional<String> set,
    Optional<String> service,
    Optional<String> environment,
    Optional<String> person,
    Optional<String> state,
    Optional<String> promotion,
    Optional<Instant> from,
    Optional<Instant> until) {

  /** Everything. */
  public static final LogFilter ALL =
      new LogFilter(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  /** All of one promotion. */
  public static LogFilter of(String promotion) {
    return new LogFilter(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of(promotion),
        Optional.empty(),
        Optional.empty());
  }

  public boolean matches(Entry entry) {
    Subject subject = entry.subject();
    return is(set, subject.set())
        && is(service, subject.service())
        && is(environment, subject.to())
        && is(person, entry.who().key())
        && is(state, entry.outcome())
        && is(promotion, entry.promotion())
        && holds(entry.at());
  }

  public boolean matches(Promotion found) {
    return is(set, found.request().set())
        && is(service, found.request().service())
        && is(environment, found.request().to())
        && is(person, found.request().by().key())
        && is(state, found.state().word())
        && is(promotion, found.id())
        && holds(found.request().at());
  }

  private static boolean is(Optional<String> wanted, String found) {
    return wanted.isEmpty() || wanted.get().equals(found);
  }

  private boolean holds(Instant at) {
    return from.filter(at::isBefore).isEmpty() && until.filter(end -> !at.isBefore(end)).isEmpty();
  }
}
