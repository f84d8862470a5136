package io.appofapps.confluence.secret;

import java.util.Objects;

/** A secret in clear, in memory; prints as a mask. */
public final class SecretText {

  private final String text;

  /**
   * @param text the secret, not null
   */
  public SecretText(String text) {
    this.text = Objects.requireNonNull(text);
  }

  /** The secret itself. */
  public String reveal() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SecretText secret && secret.text.equals(text);
  }

  @Override
  public int hashCode() {
    return SecretText.class.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
