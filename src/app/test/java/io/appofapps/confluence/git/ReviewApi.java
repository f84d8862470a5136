package io.appofapps.confluence.git;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.appofapps.confluence.configuration.RepositorySettings.Host;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.jgit.lib.ObjectId;

/**
 * The pull requests of a repository as the API of one kind of host shows them: the fields and error
 * bodies that the documentation of each describes, as far as the app reads or sends them.
 */
final class ReviewApi implements HttpHandler {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  /** What came in: method, path and query. */
  final List<String> requests = new CopyOnWriteArrayList<>();

  final List<String> authorizations = new CopyOnWriteArrayList<>();

  /** Answers in place of the API, once it is there. */
  volatile Optional<Answer> fault = Optional.empty();

  /** The same for what is not read only. */
  volatile Optional<Answer> faultOnWrite = Optional.empty();

  /** Happens before a pull request is opened. */
  volatile Runnable beforeOpen = () -> {};

  /** Whether the answer to opening one is lost on the way. */
  volatile boolean losesAnswer;

  private final Host kind;
  private final GitServer git;
  private final List<Request> all = new ArrayList<>();

  /** What is sent instead. */
  interface Answer {
    void send(HttpExchange exchange) throws IOException;
  }

  private static final class Request {
    private final int number;
    private final String branch;
    private final String onto;
    private final JsonNode sent;
    private String state = "open";
    private String merged = "";
    private int version;

    Request(int number, String branch, String onto, JsonNode sent) {
      this.number = number;
      this.branch = branch;
      this.onto = onto;
      this.sent = sent;
    }
  }

  ReviewApi(Host kind, GitServer git) {
    this.kind = kind;
    this.git = git;
  }

  static Answer status(int status, String body) {
    return exchange -> send(exchange, status, body);
  }

  synchronized int count() {
    return all.size();
  }

  /** What the last one was opened with. */
  synchronized JsonNode sent() {
    return all.get(all.size() - 1).sent;
  }

  /** Somebody else opens one from that branch. */
  synchronized void open(String branch, String onto) {
    all.add(new Request(all.size() + 1, branch, onto, NODES.objectNode()));
  }

  /** Somebody merges the last one; the id of the commit that is on the branch then. */
  synchronized String merge() throws IOException {
    Request last = all.get(all.size() - 1);
    last.merged = git.commit("Merge pull request");
    last.state = "merged";
    last.version++;
    return last.merged;
  }

  /** Somebody declines the last one. */
  synchronized void decline() {
    all.get(all.size() - 1).state = "closed";
    all.get(all.size() - 1).version++;
  }

  synchronized String state() {
    return all.get(all.size() - 1).state;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String method = exchange.getRequestMethod();
    requests.add(method + " " + exchange.getRequestURI());
    authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
    byte[] body = exchange.getRequestBody().readAllBytes();
    boolean read = method.equals("GET");
    Optional<Answer> instead = fault.or(() -> read ? Optional.empty() : faultOnWrite);
    if (instead.isPresent()) {
      instead.get().send(exchange);
      exchange.close();
      return;
    }
    answer(exchange, method, body);
  }

  private synchronized void answer(HttpExchange exchange, String method, byte[] body)
      throws IOException {
    String path = exchange.getRequestURI().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    if (method.equals("GET") && last.equals("activities")) {
      ObjectNode page = NODES.objectNode();
      ArrayNode values = page.putArray("values");
      values.addObject().put("action", "OPENED");
      values.addObject().put("action", "MERGED").putObject("commit").put("id", all.get(0).merged);
      send(exchange, 200, page.toString());
    } else if (method.equals("GET") && last.matches("\\d+")) {
      send(exchange, 200, shown(find(last)).toString());
    } else if (method.equals("GET")) {
      send(exchange, 200, list(query).toString());
    } else if (method.equals("POST") && last.equals("decline")) {
      Request request = find(path.replaceFirst(".*/(\\d+)/decline$", "$1"));
      if (Integer.parseInt(query.get("version")) != request.version) {
        send(exchange, 409, bitbucketError("The pull request was changed"));
        return;
      }
      decline();
      send(exchange, 200, shown(request).toString());
    } else if (method.equals("POST")) {
      create(exchange, JSON.readTree(body));
    } else {
      JsonNode change = JSON.readTree(body);
      boolean closes =
          kind == Host.GITHUB
              ? method.equals("PATCH") && change.path("state").asText().equals("closed")
              : method.equals("PUT") && change.path("state_event").asText().equals("close");
      if (!closes) {
        send(exchange, 400, "{\"message\":\"unexpected\"}");
        return;
      }
      decline();
      send(exchange, 200, shown(find(last)).toString());
    }
  }

  private void create(HttpExchange exchange, JsonNode body) throws IOException {
    beforeOpen.run();
    String branch = ref(body, "source_branch", "head", "/fromRef/id");
    String onto = ref(body, "target_branch", "base", "/toRef/id");
    boolean open =
        all.stream().anyMatch(each -> each.branch.equals(branch) && each.state.equals("open"));
    if (open) {
      duplicate(exchange);
      return;
    }
    all.add(new Request(all.size() + 1, branch, onto, body));
    if (losesAnswer) {
      losesAnswer = false;
      exchange.close();
      return;
    }
    send(exchange, 201, shown(all.get(all.size() - 1)).toString());
  }

  private String ref(JsonNode body, String gitLab, String gitHub, String bitbucket) {
    return switch (kind) {
      case GITLAB -> body.path(gitLab).asText();
      case GITHUB -> body.path(gitHub).asText();
      case BITBUCKET -> body.at(bitbucket).asText().replaceFirst("^refs/heads/", "");
    };
  }

  private void duplicate(HttpExchange exchange) throws IOException {
    switch (kind) {
      case GITLAB ->
          send(
              exchange,
              409,
              "{\"message\":[\"Another open merge request already exists for this source branch:"
                  + " !1\"]}");
      case GITHUB ->
          send(
              exchange,
              422,
              "{\"message\":\"Validation Failed\",\"errors\":[{\"resource\":\"PullRequest\","
                  + "\"code\":\"custom\",\"message\":\"A pull request already exists for"
                  + " team:promotion.\"}]}");
      case BITBUCKET ->
          send(
              exchange,
              409,
              "{\"errors\":[{\"context\":null,\"message\":\"Only one pull request may be open for a"
                  + " given source and target branch\",\"exceptionName\":"
                  + "\"com.atlassian.bitbucket.pull.DuplicatePullRequestException\"}]}");
    }
  }

  private static String bitbucketError(String message) {
    ObjectNode answer = NODES.objectNode();
    answer.putArray("errors").addObject().putNull("context").put("message", message);
    return answer.toString();
  }

  private JsonNode list(Map<String, String> query) throws IOException {
    ArrayNode found = NODES.arrayNode();
    for (int i = all.size() - 1; i >= 0; i--) {
      Request each = all.get(i);
      boolean fits =
          switch (kind) {
            case GITHUB ->
                ("team:" + each.branch).equals(query.get("head"))
                    && each.onto.equals(query.get("base"))
                    && "all".equals(query.get("state"));
            case GITLAB ->
                each.branch.equals(query.get("source_branch"))
                    && each.onto.equals(query.get("target_branch"))
                    && "all".equals(query.get("state"));
            case BITBUCKET ->
                ("refs/heads/" + each.branch).equals(query.get("at"))
                    && "OUTGOING".equals(query.get("direction"))
                    && "ALL".equals(query.get("state"));
          };
      if (fits) {
        found.add(shown(each));
      }
    }
    if (kind != Host.BITBUCKET) {
      return found;
    }
    ObjectNode page = NODES.objectNode();
    page.put("size", found.size()).put("isLastPage", true).set("values", found);
    return page;
  }

  private JsonNode shown(Request request) throws IOException {
    ObjectId head = git.repository().resolve("refs/heads/" + request.branch);
    String id = head == null ? ObjectId.zeroId().name() : head.name();
    ObjectNode shown = NODES.objectNode();
    switch (kind) {
      case GITHUB -> {
        shown.put("number", request.number);
        shown.put("html_url", "https://github.example.com/team/apps/pull/" + request.number);
        shown.put("state", request.state.equals("open") ? "open" : "closed");
        shown.putObject("head").put("ref", request.branch).put("sha", id);
        if (request.state.equals("merged")) {
          shown.put("merged_at", "2026-11-24T03:00:00Z");
          shown.put("merge_commit_sha", request.merged);
        } else {
          shown.putNull("merged_at");
          // GitHub names a trial merge here while it is open
          shown.put("merge_commit_sha", ObjectId.zeroId().name().replace('0', 'a'));
        }
      }
      case GITLAB -> {
        shown.put("id", 1000 + request.number).put("iid", request.number);
        shown.put(
            "web_url", "https://gitlab.example.com/team/apps/-/merge_requests/" + request.number);
        shown.put("state", request.state.equals("open") ? "opened" : request.state);
        shown.put("sha", id);
        if (request.state.equals("merged")) {
          shown.putNull("merge_commit_sha").put("squash_commit_sha", request.merged);
        } else {
          shown.putNull("merge_commit_sha").putNull("squash_commit_sha");
        }
      }
      case BITBUCKET -> {
        shown.put("id", request.number).put("version", request.version);
        shown.put(
            "state",
            switch (request.state) {
              case "open" -> "OPEN";
              case "merged" -> "MERGED";
              default -> "DECLINED";
            });
        shown
            .putObject("fromRef")
            .put("id", "refs/heads/" + request.branch)
            .put("latestCommit", id);
        shown.putObject("toRef").put("id", "refs/heads/" + request.onto);
        shown
            .putObject("links")
            .putArray("self")
            .addObject()
            .put(
                "href",
                "https://bitbucket.example.com/projects/team/repos/apps/pull-requests/"
                    + request.number);
      }
    }
    return shown;
  }

  private Request find(String number) {
    return all.get(Integer.parseInt(number) - 1);
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new TreeMap<>();
    Consumer<String> add =
        pair -> {
          int equals = pair.indexOf('=');
          query.put(
              pair.substring(0, equals),
              URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        };
    if (raw != null) {
      List.of(raw.split("&")).forEach(add);
    }
    return query;
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
