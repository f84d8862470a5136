package io.appofapps.devhost.rest;

import io.appofapps.devhost.web.JsonAnswers;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The host's own answers inside a REST application. */
final class Answers {

  private Answers() {}

  static Response error(int status, String message) {
    try {
      return Response.status(status)
          .type(MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
          .entity(JsonAnswers.error(status, message))
          .build();
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write an error as JSON", e);
    }
  }
}
