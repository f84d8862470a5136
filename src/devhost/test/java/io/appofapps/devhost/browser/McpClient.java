package io.appofapps.devhost.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The official TypeScript client of the Model Context Protocol, in a process of its own. */
final class McpClient {

  static final String PATH = "/plugins/servlet/aoa/mcp";
  static final String NAME = "copilot-of-the-tests";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Path FRONTEND = Path.of("../../frontend").toAbsolutePath().normalize();
  private static final int LIMIT_SECONDS = 300;

  private final String url;
  private final String token;
  private final List<Map<String, Object>> steps = new ArrayList<>();

  McpClient(String host, String token) {
    this.url = host + PATH;
    this.token = token;
  }

  static McpClient of(RunningDemo demo, String account) {
    return new McpClient(demo.url(), demo.token(account));
  }

  /** One more step: what to do, and its parameters as names and values in turn. */
  McpClient then(String what, Object... namesAndValues) {
    Map<String, Object> step = map(namesAndValues);
    step.put("do", what);
    steps.add(step);
    return this;
  }

  /** One more call of a tool: names and values of its arguments in turn. */
  McpClient call(String tool, Object... namesAndValues) {
    return then("call", "tool", tool, "arguments", map(namesAndValues));
  }

  static Map<String, Object> map(Object... namesAndValues) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      map.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return map;
  }

  /**
   * Connects and does all steps; the first answer is that of connecting. What goes wrong is an
   * answer too: {@code {"error": {"message", "code"}}}.
   */
  List<JsonNode> run() {
    try {
      Process process =
          new ProcessBuilder("node", "scripts/mcp-client.mjs", url, token, NAME)
              .directory(FRONTEND.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      try (OutputStream in = process.getOutputStream()) {
        in.write(JSON.writeValueAsString(steps).getBytes(StandardCharsets.UTF_8));
      }
      byte[] out = process.getInputStream().readAllBytes();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
        process.destroyForcibly();
        throw new IllegalStateException(
            "The client ended badly: " + new String(out, StandardCharsets.UTF_8));
      }
      List<JsonNode> answers = new ArrayList<>();
      JSON.readTree(out).forEach(answers::add);
      return answers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    }
  }

  /** The answer to the only step. */
  JsonNode answer() {
    List<JsonNode> answers = run();
    return answers.get(answers.size() - 1);
  }
}
