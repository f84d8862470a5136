package io.appofapps.confluence.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/** What a token says of itself; nothing is verified, for only the API server's word counts. */
final class Jwt {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int MAX_CHARACTERS = 64 * 1024;

  private Jwt() {}

  /** When the token expires (RFC 7519, {@code exp}); empty for other tokens and those without. */
  static Optional<Instant> expires(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3 || token.length() > MAX_CHARACTERS) {
      return Optional.empty();
    }
    try {
      JsonNode exp = JSON.readTree(Base64.getUrlDecoder().decode(parts[1])).path("exp");
      return exp.isNumber() && exp.canConvertToLong()
          ? Optional.of(Instant.ofEpochSecond(exp.asLong()))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty();
    }
  }
}
