package io.appofapps.confluence.view.frame;

/** A parameter has a value that it cannot have. */
public final class BadParameter extends Exception {

  private static final long serialVersionUID = 1L;

  private final String parameter;
  private final String value;
  private final String allowed;

  /**
   * @param parameter its name
   * @param value as given, untrusted
   * @param allowed what it can be, for people
   */
  public BadParameter(String parameter, String value, String allowed) {
    super(parameter + " cannot be \"" + value + "\"; allowed: " + allowed);
    this.parameter = parameter;
    this.value = value;
    this.allowed = allowed;
  }

  /** Name of the parameter. */
  public String parameter() {
    return parameter;
  }

  /** The value as given, untrusted. */
  public String value() {
    return value;
  }

  /** The values it can have, for people. */
  public String allowed() {
    return allowed;
  }
}
