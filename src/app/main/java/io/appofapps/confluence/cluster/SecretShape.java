package io.appofapps.confluence.cluster;

/** What a secret must look like before it is sent anywhere. */
final class SecretShape {

  private SecretShape() {}

  /** Whether the text can stand in an Authorization header: visible ASCII only, not empty. */
  static boolean isToken(String text) {
    return !text.isEmpty() && text.chars().allMatch(each -> each > ' ' && each < 0x7f);
  }
}
