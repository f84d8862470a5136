package io.appofapps.confluence.hook;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** When each hook heard and refused something last, on this node since it started. */
@Named
public class Deliveries {

  private final Map<String, Last> byHook = new ConcurrentHashMap<>();

  @Inject
  public Deliveries() {}

  /**
   * The last deliveries of one hook.
   *
   * @param heard the last one that was heard
   * @param refused the last one that was not
   * @param why it was not; there when {@code refused} is
   */
  public record Last(Optional<Instant> heard, Optional<Instant> refused, Optional<Refusal> why) {

    static final Last NONE = new Last(Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Why a delivery was refused. */
  public enum Refusal {
    /** Its signature or token is not of the hook's secret, or is missing. */
    NOT_SIGNED,
    /** Longer than a delivery may be, or ended too early. */
    UNREADABLE,
    /** More than a hook takes in a minute, or at once, or than all of them take together. */
    TOO_MANY,
    /** The hook is switched off. */
    SWITCHED_OFF;

    /** The word in JSON and in keys of texts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The hook has heard a delivery now. */
  public void heard(String hook) {
    Optional<Instant> now = Optional.of(Instant.now());
    byHook.merge(
        hook,
        new Last(now, Optional.empty(), Optional.empty()),
        (before, ignored) -> new Last(now, before.refused(), before.why()));
  }

  /**
   * The hook has refused a delivery now.
   *
   * @param hook the id of one that there is: what strangers ask for is not kept
   */
  public void refused(String hook, Refusal why) {
    Optional<Instant> now = Optional.of(Instant.now());
    byHook.merge(
        hook,
        new Last(Optional.empty(), now, Optional.of(why)),
        (before, ignored) -> new Last(before.heard(), now, Optional.of(why)));
  }

  /** The last deliveries of a hook, nothing where there were none. */
  public Last of(String hook) {
    return byHook.getOrDefault(hook, Last.NONE);
  }

  /** Forgets the hooks that there are no more. */
  public void keep(Set<String> hooks) {
    byHook.keySet().retainAll(hooks);
  }
}
