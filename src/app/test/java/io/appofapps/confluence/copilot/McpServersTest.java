package io.appofapps.confluence.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.view.Scene;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class McpServersTest {

  private final Bench bench = new Bench();
  private final PromotionDesk desk =
      (PromotionDesk)
          Proxy.newProxyInstance(
              getClass().getClassLoader(),
              new Class<?>[] {PromotionDesk.class},
              (proxy, method, arguments) -> {
                throw new IllegalStateException("not asked here");
              });
  private final RequestPromotion request =
      new RequestPromotion(bench.sets, () -> desk, new PromotionAnswers(new Scene().texts));
  private final McpServers servers =
      new McpServers(
          List.of(
              bench.list(),
              bench.tree(),
              bench.application(),
              bench.drift(),
              bench.missing(),
              bench.plan(desk),
              bench.deployed(desk),
              request),
          request,
          new ReviewPrompt(bench.sets),
          new SetResources((ListSets) bench.list(), (GetTree) bench.tree()));

  /** Its resources fail as nobody expects. */
  private final McpServers broken =
      new McpServers(
          List.of(request),
          request,
          new ReviewPrompt(new Sets(null, null, null)),
          new SetResources(new ListSets(new Sets(null, null, null)), null));

  private int status;

  private JsonNode ask(boolean requests, String body) throws ServletException, IOException {
    return ask(servers, requests, body);
  }

  private JsonNode ask(McpServers asked, boolean requests, String body)
      throws ServletException, IOException {
    StringWriter answer = new StringWriter();
    asked.serve(http(body), response(new PrintWriter(answer)), bench.caller, requests);
    return new ObjectMapper().readTree(answer.toString());
  }

  private JsonNode call(boolean requests, String tool, String arguments)
      throws ServletException, IOException {
    return ask(
        requests,
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/call\",\"params\":{\"name\":\""
            + tool
            + "\",\"arguments\":"
            + arguments
            + "}}");
  }

  private static HttpServletRequest http(String body) {
    Map<String, Object> attributes = new HashMap<>();
    Map<String, String> headers =
        Map.of("accept", "application/json, text/event-stream", "content-type", "application/json");
    ByteArrayInputStream bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            McpServersTest.class.getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getMethod" -> "POST";
                  case "getRequestURI" -> "/confluence/plugins/servlet/aoa/mcp";
                  case "getContentLengthLong" -> (long) body.length();
                  case "getContentLength" -> body.length();
                  case "getContentType" -> "application/json";
                  case "getCharacterEncoding" -> "UTF-8";
                  case "getHeader" -> headers.get(((String) arguments[0]).toLowerCase(Locale.ROOT));
                  case "getHeaderNames" -> Collections.enumeration(headers.keySet());
                  case "getHeaders" ->
                      Collections.enumeration(
                          List.of(
                              headers.getOrDefault(
                                  ((String) arguments[0]).toLowerCase(Locale.ROOT), "")));
                  case "setAttribute" -> attributes.put((String) arguments[0], arguments[1]);
                  case "getAttribute" -> attributes.get((String) arguments[0]);
                  case "removeAttribute" -> attributes.remove((String) arguments[0]);
                  case "getReader" -> new BufferedReader(new StringReader(body));
                  case "getInputStream" -> stream(bytes);
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  private static ServletInputStream stream(ByteArrayInputStream bytes) {
    return new ServletInputStream() {
      @Override
      public boolean isFinished() {
        return bytes.available() == 0;
      }

      @Override
      public boolean isReady() {
        return true;
      }

      @Override
      public void setReadListener(ReadListener listener) {
        throw new UnsupportedOperationException("nothing here is asynchronous");
      }

      @Override
      public int read() {
        return bytes.read();
      }
    };
  }

  private HttpServletResponse response(PrintWriter writer) {
    return (HttpServletResponse)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletResponse.class},
            (proxy, called, arguments) -> {
              if (called.getName().equals("setStatus")) {
                status = (int) arguments[0];
              }
              return called.getName().equals("getWriter") ? writer : null;
            });
  }

  @Test
  void toolsAreListedAndTheWritingOneOnlyWhereItIsOn() throws Exception {
    String list = "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"tools/list\",\"params\":{}}";
    JsonNode off = ask(false, list);
    assertThat(off.at("/result/tools").findValuesAsText("name"))
        .contains("list_deployment_sets", "find_drift")
        .doesNotContain(RequestPromotion.NAME);
    assertThat(ask(true, list).at("/result/tools").findValuesAsText("name"))
        .contains(RequestPromotion.NAME);
    assertThat(call(false, RequestPromotion.NAME, "{}").at("/error/code").asInt())
        .isEqualTo(-32602);
  }

  @Test
  void argumentsAreHeldAgainstTheSchemaAndAnswersComeTwice() throws Exception {
    JsonNode tree = call(false, "get_deployment_tree", "{\"set\":\"root\"}");
    assertThat(status).isEqualTo(200);
    assertThat(tree.at("/result/isError").asBoolean(true)).isFalse();
    assertThat(tree.at("/result/structuredContent/nodes").findValuesAsText("name")).contains("web");
    assertThat(tree.at("/result/content/0/text").asText()).contains("\"web\"", "<data-");
    for (String wrong :
        List.of(
            "{}",
            "{\"set\":\"root\",\"depth\":99}",
            "{\"set\":\"root\",\"more\":1}",
            "{\"set\":7}")) {
      JsonNode answer = call(false, "get_deployment_tree", wrong);
      assertThat(answer.at("/result/isError").asBoolean()).as(answer.toString()).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "tools/call | \"x\"",
        "tools/call | {\"name\": \"get_deployment_tree\", \"arguments\": [1]}",
        "prompts/get | {\"name\": {\"a\": 1}}",
        "prompts/get | {\"name\": \"review_service_before_rollout\", \"arguments\": 7}",
        "resources/read | []",
        "completion/complete | {\"ref\": {\"type\": \"ref/prompt\"}}",
        "completion/complete | {\"ref\": 1, \"argument\": 2}",
        "nothing/here | {}"
      })
  void whatIsAskedWronglyIsRefusedWithoutTheInside(String method, String parameters)
      throws Exception {
    JsonNode answer = ask(false, message(method, parameters));
    assertThat(answer.at("/error/message").asText()).as(answer.toString()).isNotEmpty();
    assertThat(answer.toString()).doesNotContain("io.modelcontextprotocol", "java.", "fasterxml");
  }

  @Test
  void theLogDoesNotRepeatWhatAClientSends() {
    JsonMapper mapper = McpJson.mapper();
    String forged = "x\nERROR forged";
    assertThatThrownBy(() -> mapper.convertValue(forged, McpSchema.CallToolRequest.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("forged");
    assertThatThrownBy(
            () ->
                mapper.convertValue(
                    Map.of("ref", Map.of("type", forged)), McpSchema.CompleteRequest.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("forged");
    assertThatThrownBy(
            () ->
                mapper.convertValue(
                    Map.of("name", "a", "arguments", forged), McpSchema.CallToolRequest.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("forged");
  }

  @Test
  void whatFailsUnexpectedlyIsToldToTheLogAndNotToTheClient() throws Exception {
    String begin =
        "{\"ref\": {\"type\": \"ref/prompt\", \"name\": \"review_service_before_rollout\"},"
            + " \"argument\": {\"name\": \"set\", \"value\": \"\"}}";
    for (String body :
        List.of(
            message("resources/read", "{\"uri\": \"aoa://sets\"}"),
            message("completion/complete", begin))) {
      JsonNode error = ask(broken, false, body).path("error");
      assertThat(error.path("code").asInt()).isEqualTo(-32603);
      assertThat(error.path("message").asText()).isEqualTo(McpJson.FAILED);
      assertThat(error.has("data")).isFalse();
    }
  }

  private static String message(String method, String parameters) {
    return "{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \""
        + method
        + "\", \"params\": "
        + parameters
        + "}";
  }

  @Test
  void whatIsNoMessageIsRefusedWithoutTheInside() throws Exception {
    JsonNode answer = ask(false, "{\"nonsense\"");
    assertThat(status).isEqualTo(400);
    assertThat(answer.at("/error/message").asText()).isNotEmpty();
    assertThat(answer.toString()).doesNotContain("stackTrace");
  }
}
