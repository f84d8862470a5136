package io.appofapps.confluence.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Answers as JSON. The bodies are Strings made by the app's own mapper, so that the host's Jackson
 * never meets it.
 */
final class Json {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Json() {}

  /**
   * 200 with the body; never stored by a browser or a proxy. A body with a {@code revision} gets an
   * {@code ETag}: it stays the same while nothing but {@code asOf} changes.
   */
  static Response ok(Map<String, Object> body) {
    Response answer = of(200, body);
    return body.containsKey("revision")
        ? Response.fromResponse(answer).tag(EntityTags.weak(text(without(body, "asOf")))).build()
        : answer;
  }

  private static Map<String, Object> without(Map<String, Object> body, String name) {
    Map<String, Object> rest = new LinkedHashMap<>(body);
    rest.remove(name);
    return rest;
  }

  /** The same, and as of when. */
  static Response okAsOf(Map<String, Object> body, String asOf) {
    return Response.fromResponse(ok(body)).header("X-As-Of", asOf).build();
  }

  /** Any status with the body; never stored by a browser or a proxy. */
  static Response of(int status, Object body) {
    return of(status, body, MediaType.APPLICATION_JSON);
  }

  /** Any status with the body as some kind of JSON; never stored by a browser or a proxy. */
  static Response of(int status, Object body, String type) {
    return guarded(Response.status(status).entity(text(body)).type(type));
  }

  /** The same with the version of the configuration as {@code ETag}. */
  static Response of(int status, Object body, long version) {
    return Response.fromResponse(of(status, body)).tag(Long.toString(version)).build();
  }

  /** 200 with the body and an {@code ETag} of all that it says. */
  static Response tagged(Map<String, Object> body) {
    return Response.fromResponse(of(200, body)).tag(EntityTags.weak(text(body))).build();
  }

  /** 204: it was done, and there is nothing to say about it. */
  static Response done() {
    return guarded(Response.noContent());
  }

  /** 204: nothing newer than what the caller has. */
  static Response nothingNewer(String asOf) {
    Response.ResponseBuilder answer = Response.noContent();
    return guarded(asOf.isEmpty() ? answer : answer.header("X-As-Of", asOf));
  }

  private static Response guarded(Response.ResponseBuilder answer) {
    return answer
        .header("Cache-Control", "no-store")
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  /** As a text in many lines, for people. */
  static String readable(Object body) {
    try {
      return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(body) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Object body) {
    try {
      return MAPPER.writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }
}
