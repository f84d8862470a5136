package io.appofapps.confluence.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.promotion.desk.Route;
import io.appofapps.confluence.promotion.desk.Wish;
import io.appofapps.confluence.promotion.desk.Word;
import jakarta.servlet.http.HttpServletRequest;
import java.util.OptionalLong;
import java.util.UUID;

/** What people send to the promotions' REST. */
final class PromotionForms {

  private static final int LONGEST_KEY = 255;
  private static final int LONGEST_TEXT = 4_000;

  /** No name that there is, and no digest, has more. */
  private static final int LONGEST_NAME = 255;

  private PromotionForms() {}

  /** {@code {"set", "service", "from", "to"}}, none of which may be missing. */
  static Route route(ObjectNode form) {
    return new Route(
        required(form, "set"),
        required(form, "service"),
        required(form, "from"),
        required(form, "to"));
  }

  /**
   * {@code {"digest", "reason", "page", "idempotencyKey"}}; the header {@code Idempotency-Key}
   * comes before the field. Without either each request is one of its own.
   */
  static Wish wish(HttpServletRequest request, ObjectNode form) {
    String header = request.getHeader("Idempotency-Key");
    String given = header == null ? text(form, "idempotencyKey") : header.strip();
    if (given.length() > LONGEST_KEY || given.chars().anyMatch(Character::isISOControl)) {
      throw new RefusedException(400, "An idempotency key is one line of at most 255 characters.");
    }
    String page = page(form);
    return new Wish(
        required(form, "digest"),
        bounded(form, "reason"),
        given.isEmpty() ? UUID.randomUUID().toString() : given,
        page.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(page)));
  }

  /** {@code {"digest", "comment"}}; only an approval needs the digest, which the desk checks. */
  static Word word(ObjectNode form, boolean identityConfirmed) {
    return new Word(
        bounded(form, "digest", LONGEST_NAME), bounded(form, "comment"), identityConfirmed);
  }

  /** The id of the page that the form names, a number or a text with one; empty without. */
  static String page(ObjectNode form) {
    String page = text(form, "page");
    if (!page.isEmpty() && !page.matches("\\d{1,18}")) {
      throw new RefusedException(400, "\"page\" is the id of a page: a number.");
    }
    return page;
  }

  /** A text for people, of bounded length. */
  static String bounded(ObjectNode form, String name) {
    return bounded(form, name, LONGEST_TEXT);
  }

  private static String bounded(ObjectNode form, String name, int most) {
    String text = text(form, name);
    if (text.length() > most) {
      throw new RefusedException(400, "\"" + name + "\" has at most " + most + " characters.");
    }
    return text;
  }

  private static String required(ObjectNode form, String name) {
    String text = bounded(form, name, LONGEST_NAME);
    if (text.isEmpty()) {
      throw new RefusedException(400, "\"" + name + "\" is missing.");
    }
    return text;
  }

  private static String text(ObjectNode form, String name) {
    JsonNode value = form.path(name);
    if (value.isMissingNode() || value.isNull()) {
      return "";
    }
    if (!value.isTextual() && !value.isIntegralNumber()) {
      throw new RefusedException(400, "\"" + name + "\" has to be a text.");
    }
    return value.asText().strip();
  }
}
