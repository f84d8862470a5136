package io.appofapps.devhost.osgi;

/** The plugin breaks a rule of the product and is not enabled; the message names the rule. */
public final class PluginRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public PluginRefusedException(String message) {
    super(message);
  }

  public PluginRefusedException(String message, Throwable cause) {
    super(message, cause);
  }
}
