package io.appofapps.confluence.promotion.desk;

import java.util.Locale;
import java.util.Optional;

/** What was asked is not done. A refused attempt to change something is in the log by then. */
public final class DeskException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why, as far as clients tell reasons apart. */
  public enum Kind {
    /** There is nothing of that name, or nothing that the person may see. */
    UNKNOWN,
    /** The question itself is wrong. */
    INVALID,
    /** The person may see it but not do that. */
    FORBIDDEN,
    /** The person has to show again who they are. */
    CONFIRM_IDENTITY,
    /** It cannot be done as things stand: a gate, a blocker, another state. */
    CONFLICT,
    /** What the person saw is no longer so: they have to look again. */
    MOVED,
    /** Promotions are switched off. */
    OFF,
    /** The database or the audit log does not take it; nothing has happened. */
    UNAVAILABLE;

    /** As clients know it, for example {@code confirm-identity}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  private final Kind kind;
  private final transient Saying saying;

  public DeskException(Kind kind, Saying saying) {
    super(saying.text() + " " + saying.arguments());
    this.kind = kind;
    this.saying = saying;
  }

  public Kind kind() {
    return kind;
  }

  /** Why, for people; empty only when the exception came from another JVM. */
  public Optional<Saying> saying() {
    return Optional.ofNullable(saying);
  }
}
