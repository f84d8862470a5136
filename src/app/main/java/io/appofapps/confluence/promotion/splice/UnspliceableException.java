package io.appofapps.confluence.promotion.splice;

/** A text that cannot be read as YAML, or a value in it that cannot be replaced alone. */
public final class UnspliceableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why; each is a key of a sentence for people below {@code aoa.splice.}. */
  public enum Why {
    /** Not UTF-8, not YAML, a template, or larger than a manifest ever is. */
    NOT_YAML,
    /** A key stands twice in one mapping. */
    DUPLICATE_KEY,
    /** The value is an alias of, or has, an anchor: other places would change with it. */
    SHARED,
    /** The value is not a scalar on one line. */
    NOT_A_LINE,
    /** Nothing is at the path. */
    ABSENT
  }

  private final Why why;

  public UnspliceableException(Why why, Throwable cause) {
    super(why.name(), cause);
    this.why = why;
  }

  public UnspliceableException(Why why) {
    this(why, null);
  }

  public Why why() {
    return why;
  }
}
