package io.appofapps.confluence.rest;

import jakarta.ws.rs.core.UriInfo;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Query strings. */
final class Queries {

  private Queries() {}

  /** Names and values; what cannot be decoded is left out. */
  static Map<String, String> parse(String query) {
    Map<String, String> parsed = new HashMap<>();
    for (String pair : query.split("&")) {
      int at = pair.indexOf('=');
      if (at > 0) {
        try {
          parsed.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
        } catch (IllegalArgumentException e) {
          // a broken escape: the parameter then has its default
        }
      }
    }
    return parsed;
  }

  /** Those of the address, of several of a name the first. */
  static Map<String, String> of(UriInfo address) {
    Map<String, String> given = new HashMap<>();
    address.getQueryParameters().forEach((name, values) -> given.put(name, values.get(0)));
    return given;
  }

  /** The parameters of a block of that set: the set, and those of the address. */
  static Map<String, String> ofSet(String key, UriInfo address) {
    Map<String, String> given = of(address);
    given.put("set", key);
    return given;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
