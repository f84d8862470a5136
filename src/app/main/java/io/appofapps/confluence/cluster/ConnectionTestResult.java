package io.appofapps.confluence.cluster;

import java.util.Locale;

/**
 * What a connection test found.
 *
 * @param layer the first layer that fails, OK when none does
 * @param message what is the matter, as sentences for an administrator; no secret, no library text
 * @param remedy what to do about it, empty when there is nothing to do
 */
public record ConnectionTestResult(Layer layer, String message, String remedy) {

  /** The layers in the order they are tested. */
  public enum Layer {
    CONFIGURATION,
    DNS,
    TCP,
    TLS,
    AUTHENTICATION,
    AUTHORIZATION,
    ARGOCD,
    OK;

    /** The word in REST. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether the connection can be used. */
  public boolean ok() {
    return layer == Layer.OK;
  }

  /** The end of a test at a layer that fails. */
  static final class FoundException extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient ConnectionTestResult result;

    FoundException(Layer layer, String message, String remedy) {
      super(message);
      this.result = new ConnectionTestResult(layer, message, remedy);
    }

    ConnectionTestResult result() {
      return result;
    }
  }
}
