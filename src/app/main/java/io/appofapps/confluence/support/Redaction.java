package io.appofapps.confluence.support;

import java.util.regex.Pattern;

/**
 * Masks what looks like a secret in a text that leaves the house: user and password of addresses,
 * values of their queries, credentials of HTTP, tokens whose shape is known (JWT of RFC 7519, those
 * of GitHub, all of GitLab's kinds with their parts after dots, Bitbucket Data Center), and private
 * keys in PEM. It rather masks too much.
 */
public final class Redaction {

  private static final String MASK = "***";

  /** Up to the last at sign, because passwords are not always encoded. */
  private static final Pattern USER_INFO = Pattern.compile("://[^\\s\"'<>]*@");

  private static final Pattern QUERY = Pattern.compile("([?&][\\w.~-]+=)[^&#\\s\"'<>]+");

  private static final Pattern CREDENTIALS =
      Pattern.compile("(?i)\\b(bearer|basic)\\s+[a-z0-9+/=._~-]{16,}");

  private static final Pattern TOKEN =
      Pattern.compile(
          "\\b(?:eyJ[\\w-]{8,}\\.[\\w-]{8,}(?:\\.[\\w-]*)*"
              + "|(?:gh[pousr]_|github_pat_)[\\w-]{16,}"
              + "|gl(?:pat|oas|dt|rtr?|cbt|ptt|ft|imt|agent|wt|soat|ffct)-"
              + "[\\w-]{16,}(?:\\.[\\w-]+)*"
              + "|BBDC-[\\w+/@=-]{16,})");

  private static final Pattern PRIVATE_KEY =
      Pattern.compile(
          "-----BEGIN [A-Z ]*PRIVATE KEY-----(?s:.*?)(?:-----END [A-Z ]*PRIVATE KEY-----|\\z)");

  private Redaction() {}

  /** The text with {@code ***} in the place of each. */
  public static String of(String text) {
    String masked = PRIVATE_KEY.matcher(text).replaceAll(MASK);
    masked = USER_INFO.matcher(masked).replaceAll("://" + MASK + "@");
    masked = QUERY.matcher(masked).replaceAll("$1" + MASK);
    masked = CREDENTIALS.matcher(masked).replaceAll("$1 " + MASK);
    return TOKEN.matcher(masked).replaceAll(MASK);
  }
}
