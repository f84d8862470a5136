package io.appofapps.confluence.identity;

/** A policy that Argo CD would refuse to load. */
public final class PolicyException extends Exception {

  private static final long serialVersionUID = 1L;

  private final String line;

  PolicyException(String line, String why) {
    super(why + ": " + line);
    this.line = line;
  }

  /** The first line that it would not take, as written. */
  public String line() {
    return line;
  }
}
