package io.appofapps.devhost.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Answers in JSON that the host itself gives. */
public final class JsonAnswers {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private JsonAnswers() {}

  /** {@code {"status-code": 401, "message": "…"}}, as the product's REST errors look. */
  public static String error(int status, String message) throws IOException {
    return MAPPER.writeValueAsString(Map.of("status-code", status, "message", message));
  }

  /** Sends {@link #error(int, String)} with the status. */
  public static void error(HttpServletResponse response, int status, String message)
      throws IOException {
    send(response, status, Map.of("status-code", status, "message", message));
  }

  /** Sends the value as JSON. */
  public static void send(HttpServletResponse response, int status, Object value)
      throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setCharacterEncoding(StandardCharsets.UTF_8.name());
    response.getWriter().write(MAPPER.writeValueAsString(value));
  }
}
