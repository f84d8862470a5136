package io.appofapps.confluence.configuration;

import java.util.Optional;

/** What the server's own properties file says of programs that read the figures. */
public interface ScrapeRule {

  /**
   * SHA-256 of the token that lets a program read them, 64 hexadecimal digits ({@code
   * metrics.token-sha256}); empty when none may. Read anew at each question.
   */
  Optional<String> tokenSha256();
}
