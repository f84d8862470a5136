package io.appofapps.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;

/** The version of the configuration that a caller has seen. */
final class Versions {

  private static final String FIELD = "version";

  private Versions() {}

  /** That of the header {@code If-Match}, empty without one and for {@code *}. */
  static OptionalLong expected(HttpServletRequest request) {
    String header = request.getHeader("If-Match");
    String text = header == null ? "*" : header.strip().replaceAll("^(?:W/)?\"(.*)\"$", "$1");
    return text.equals("*") ? OptionalLong.empty() : number(text);
  }

  /** That of the body's field {@code version}, which is taken out, else that of the header. */
  static OptionalLong expected(HttpServletRequest request, ObjectNode body) {
    JsonNode field = body.remove(FIELD);
    return field == null || field.isNull() ? expected(request) : number(field.asText());
  }

  /** Takes the field out where nothing is stored. */
  static void drop(ObjectNode body) {
    body.remove(FIELD);
  }

  private static OptionalLong number(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text));
    } catch (NumberFormatException e) {
      throw new RefusedException(400, "The version must be the number that was read.", e);
    }
  }
}
