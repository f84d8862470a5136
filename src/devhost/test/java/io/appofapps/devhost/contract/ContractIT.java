package io.appofapps.devhost.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.devhost.browser.RunningDemo;
import io.appofapps.devhost.contract.Contract.Operation;
import io.appofapps.devhost.web.Browser;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every operation of the OpenAPI document is called, and answers as the document says. */
class ContractIT {

  private static final String REST = "/rest/aoa/1.0";
  private static final String JSON = "application/json";
  private static final String[] XSRF = {"X-Atlassian-Token", "no-check"};
  private static RunningDemo demo;
  private static Browser caller;
  private static Contract contract;

  /** A call that has to be done well, as far as the demo has what it is about. */
  private record Call(Map<String, String> path, String query, String type, String body, int... ok) {
    static Call of(int... ok) {
      return new Call(Map.of(), "", "", "", ok);
    }

    Call at(String name, String value) {
      Map<String, String> more = new TreeMap<>(path);
      more.put(name, value);
      return new Call(more, query, type, body, ok);
    }

    Call with(String query) {
      return new Call(path, query, type, body, ok);
    }

    Call sending(String body) {
      return new Call(path, query, JSON, body, ok);
    }

    Call sending(String type, String body) {
      return new Call(path, query, type, body, ok);
    }
  }

  @BeforeAll
  static void start() {
    demo = RunningDemo.start(Map.of());
    caller = new Browser(demo.url());
    contract = new Contract(demo.get(REST + "/openapi.json").body());
  }

  @AfterAll
  static void end() {
    demo.close();
  }

  private static String[] as(String person) {
    return new String[] {"Authorization", "Bearer " + demo.token(person), XSRF[0], XSRF[1]};
  }

  private static HttpResponse<String> call(Operation operation, Call call, String... headers) {
    String path = operation.path();
    for (Map.Entry<String, String> value : call.path().entrySet()) {
      path = path.replace("{" + value.getKey() + "}", value.getValue());
    }
    path = path.replaceAll("\\{[^}]*}", "nope");
    return caller.call(
        operation.method(),
        REST + path + (call.query().isEmpty() ? "" : "?" + call.query()),
        call.type(),
        call.body(),
        headers);
  }

  @Test
  void nobodyGetsAnythingWithoutSigningIn() {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      HttpResponse<String> answer = call(operation, anything(operation), XSRF);
      if (!operation.isOpen() && answer.statusCode() != 401) {
        faults.add(operation.id() + " answers " + answer.statusCode());
      }
      note(faults, operation, answer);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void whoIsNoAdministratorAdministersNothing() {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      if (operation.isForAdministrators()) {
        HttpResponse<String> answer = call(operation, anything(operation), as("viewer"));
        if (answer.statusCode() != 403) {
          faults.add(operation.id() + " answers " + answer.statusCode());
        }
        note(faults, operation, answer);
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsWrongIsToldAsAProblem() {
    List<String> faults = new ArrayList<>();
    for (Operation operation : contract.operations()) {
      if (!operation.bodies().isEmpty()) {
        String type = operation.bodies().get(0);
        for (String body : List.of("", "[", "{\"nonsense\": 1}", "é".repeat(600_000))) {
          HttpResponse<String> answer = call(operation, Call.of().sending(type, body), as("admin"));
          if (answer.statusCode() < 400 || answer.statusCode() >= 500) {
            faults.add(operation.id() + " answers " + answer.statusCode() + " to " + start(body));
          }
          note(faults, operation, answer);
        }
        note(faults, operation, call(operation, Call.of().sending("text/css", "x"), as("admin")));
      }
      if (operation.path().contains("{")) {
        note(faults, operation, call(operation, anything(operation), as("admin")));
      }
    }
    HttpResponse<String> elsewhere = caller.get(REST + "/nothing/here", as("admin"));
    assertThat(elsewhere.statusCode()).isEqualTo(404);
    assertThat(elsewhere.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(faults).isEmpty();
  }

  @Test
  void whatIsRightIsAnsweredAsDescribed() {
    Map<String, Call> calls = calls();
    TreeSet<String> missing = new TreeSet<>();
    contract.operations().forEach(operation -> missing.add(operation.id()));
    missing.removeAll(calls.keySet());
    assertThat(missing).as("operations without a call in this test").isEmpty();
    List<String> faults = new ArrayList<>();
    for (Map.Entry<String, Call> each : calls.entrySet()) {
      Operation operation = operation(each.getKey());
      Call call = each.getValue();
      if (!call.type().isEmpty()) {
        contract
            .faults(operation, call.type(), call.body())
            .forEach(fault -> faults.add(operation.id() + " is sent " + fault));
      }
      HttpResponse<String> answer = call(operation, call, as("admin"));
      if (answer.statusCode() < 300) {
        conditional(faults, operation, call, answer);
      }
      if (!List.of(boxed(call.ok())).contains(answer.statusCode())) {
        faults.add(operation.id() + " answers " + answer.statusCode() + " " + answer.body());
      }
      note(faults, operation, answer);
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void aTreeInPartsIsTheWholeTree() {
    Operation tree = operation("sets.tree");
    Call whole = Call.of(200).at("key", "hq");
    List<String> ids = ids(call(tree, whole, as("viewer")));
    List<String> faults = new ArrayList<>();
    List<String> joined = new ArrayList<>();
    String next = "";
    do {
      HttpResponse<String> part =
          call(tree, whole.with("limit=25&after=" + Browser.encode(next)), as("viewer"));
      note(faults, tree, part);
      conditional(faults, tree, whole.with("limit=25&after=" + Browser.encode(next)), part);
      joined.addAll(ids(part));
      next = Contract.parse(part.body()).path("next").asText("");
    } while (!next.isEmpty() && joined.size() < ids.size());
    assertThat(ids).hasSizeGreaterThan(50);
    assertThat(joined).isEqualTo(ids);
    assertThat(ids(call(tree, whole.with("below=emea&depth=2"), as("viewer"))))
        .hasSize(4)
        .allSatisfy(id -> assertThat(ids).contains(id));
    for (String wrong : List.of("limit=0", "depth=x", "below=nothing", "after=nothing")) {
      HttpResponse<String> refused = call(tree, whole.with(wrong), as("viewer"));
      assertThat(refused.statusCode()).as(wrong).isIn(400, 404, 409);
      note(faults, tree, refused);
    }
    assertThat(faults).isEmpty();
  }

  private static List<String> ids(HttpResponse<String> tree) {
    List<String> ids = new ArrayList<>();
    Contract.parse(tree.body()).path("nodes").forEach(each -> ids.add(each.path("id").asText()));
    return ids;
  }

  @Test
  void aDeliveryOfAHookIsHeardFromWhoKnowsItsSecret() {
    Call settings =
        Call.of(200)
            .sending(
                "{\"hooks\": [{\"id\": \"contract\", \"sender\": \"argocd\","
                    + " \"secret\": {\"value\": \"only-the-sender-knows\"}}]}");
    Operation change = operation("hookSettings.change");
    List<String> faults =
        new ArrayList<>(contract.faults(change, settings.type(), settings.body()));
    HttpResponse<String> changed = call(change, settings, as("admin"));
    assertThat(changed.statusCode()).as(changed.body()).isEqualTo(200);
    assertThat(changed.body()).doesNotContain("only-the-sender-knows");
    note(faults, change, changed);
    Operation hint = operation("hooks.hint");
    Call delivery = Call.of(202).at("id", "contract").sending("{}");
    HttpResponse<String> heard = call(hint, delivery, "X-Aoa-Token", "only-the-sender-knows");
    HttpResponse<String> refused = call(hint, delivery, "X-Aoa-Token", "somebody-else");
    assertThat(heard.statusCode()).as(heard.body()).isEqualTo(202);
    assertThat(heard.body()).isEmpty();
    assertThat(refused.statusCode()).isEqualTo(401);
    note(faults, hint, heard);
    note(faults, hint, refused);
    assertThat(faults).isEmpty();
  }

  /** Asks again for what has not changed since, at most a few times if it has. */
  private static void conditional(
      List<String> faults, Operation operation, Call call, HttpResponse<String> answer) {
    if (!operation.node().path("responses").has("304")) {
      return;
    }
    HttpResponse<String> known = answer;
    for (int i = 0; i < 5; i++) {
      Optional<String> tag = known.headers().firstValue("ETag");
      HttpResponse<String> again =
          call(
              operation,
              call,
              "Authorization",
              "Bearer " + demo.token("admin"),
              "If-None-Match",
              tag.orElse("\"none\""));
      if (tag.isPresent() && again.statusCode() == 304 && again.body().isEmpty()) {
        return;
      }
      if (tag.isEmpty() || again.statusCode() != 200 || again.body().equals(known.body())) {
        faults.add(operation.id() + " with " + tag + " answers " + again.statusCode());
        return;
      }
      known = again;
    }
    faults.add(operation.id() + " is another each time");
  }

  private static void note(List<String> faults, Operation operation, HttpResponse<String> answer) {
    contract
        .faults(operation, answer)
        .forEach(fault -> faults.add(operation.id() + " (" + answer.statusCode() + "): " + fault));
  }

  private static Call anything(Operation operation) {
    return operation.bodies().isEmpty()
        ? Call.of()
        : Call.of().sending(operation.bodies().get(0), "{}");
  }

  private static Operation operation(String id) {
    return contract.operations().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No operation " + id));
  }

  private static Integer[] boxed(int... numbers) {
    return Arrays.stream(numbers).boxed().toArray(Integer[]::new);
  }

  private static String start(String body) {
    return body.substring(0, Math.min(30, body.length()));
  }

  private static String now(String path) {
    return demo.get(REST + path).body();
  }

  private static String page() {
    Matcher matcher =
        Pattern.compile("data-page=\"(\\d+)\"")
            .matcher(demo.get("/display/DEMO/Deployment+tree").body());
    assertThat(matcher.find()).as("id of the demo page").isTrue();
    return matcher.group(1);
  }

  private static Map<String, Call> calls() {
    Map<String, Call> calls = new LinkedHashMap<>();
    JsonNode connection = Contract.parse(now("/admin/connections")).path("connections").get(0);
    String id = connection.path("id").asText();
    String page = page();
    String other =
        "{\"id\": \"contract\", \"name\": \"Contract\", \"server\": \"https://127.0.0.1:1\","
            + " \"signIn\": {\"kind\": \"token\", \"token\": {\"value\": \"x\"}}, \"paused\":"
            + " true}";
    calls.put("openApi.document", Call.of(200));
    reading(calls, page);
    calls.put("connections.list", Call.of(200));
    calls.put("connections.one", Call.of(200).at("id", id));
    calls.put("connections.consequences", Call.of(200).at("id", id));
    calls.put("connections.manifest", Call.of(200).at("id", id));
    calls.put("connections.test", Call.of(200).at("id", id));
    calls.put("connections.actTest", Call.of(200).sending(other));
    calls.put("connections.actContexts", Call.of(200).sending("{\"kubeconfig\": \"x: 1\"}"));
    calls.put("manifest.manifest", Call.of(200));
    calls.put("connections.add", Call.of(201).sending(other));
    calls.put("connections.change", Call.of(200).at("id", "contract").sending(other));
    String set =
        "{\"key\": \"contract\", \"title\": \"Contract\", \"connection\": \"contract\","
            + " \"namespace\": \"argocd\", \"name\": \"x\", \"viewers\": \"page\"}";
    calls.put("setDefinitions.add", Call.of(201).sending(set));
    calls.put("setDefinitions.list", Call.of(200));
    calls.put("setDefinitions.one", Call.of(200).at("key", "contract"));
    calls.put("setDefinitions.oneDiscovered", Call.of(200));
    calls.put("setDefinitions.change", Call.of(200).at("key", "contract").sending(set));
    calls.put("setDefinitions.delete", Call.of(204).at("key", "contract"));
    calls.put("connections.delete", Call.of(204).at("id", "contract"));
    for (String[] section :
        new String[][] {
          {"rules", "/admin/rules"},
          {"metadata", "/admin/metadata"},
          {"driftRules", "/admin/drift"},
          {"promotionRules", "/admin/promotion"},
          {"copilotRules", "/admin/copilot"},
          {"repositories", "/admin/repositories"},
          {"hookSettings", "/admin/hooks"},
          {"settings", "/admin/settings"}
        }) {
      calls.put(section[0] + ".read", Call.of(200));
      calls.put(section[0] + ".change", Call.of(200).sending(unversioned(section[1])));
    }
    calls.put("rulesPreview.preview", Call.of(200).sending(unversioned("/admin/rules")));
    calls.put("metadata.preview", Call.of(200).sending(unversioned("/admin/metadata")));
    calls.put(
        "repositories.test",
        Call.of(200)
            .sending("{\"id\": \"contract\", \"url\": \"http://127.0.0.1:1/nothing.git\"}"));
    calls.put("reconcile.rules", Call.of(200));
    calls.put("reconcile.change", Call.of(200).sending(unversioned("/admin/reconcile/rules")));
    calls.put("reconcile.state", Call.of(200));
    calls.put("reconcile.start", Call.of(202));
    calls.put("reconcile.orphans", Call.of(200));
    calls.put("configuration.export", Call.of(200));
    calls.put(
        "configuration.apply",
        Call.of(200).with("dryRun=true").sending("application/yaml", now("/admin/configuration")));
    calls.put("secrets.rotate", Call.of(200));
    calls.put("access.access", Call.of(200).with("action=get&application=argocd/hq"));
    calls.put(
        "accessAdmin.access", Call.of(200).with("user=viewer&action=sync&application=argocd/hq"));
    calls.put("accessAdmin.groups", Call.of(200).with("application=argocd/hq"));
    calls.put("accessAdmin.applications", Call.of(200).with("text=HQ"));
    promotions(calls);
    calls.put("hooks.hint", Call.of(401).at("id", "none").sending("{}"));
    calls.put("health.health", Call.of(200));
    calls.put("compatibility.check", Call.of(200));
    calls.put("supportBundle.download", Call.of(200));
    return calls;
  }

  private static void reading(Map<String, Call> calls, String page) {
    calls.put("sets.sets", Call.of(200));
    calls.put("sets.tree", Call.of(200).at("key", "hq"));
    calls.put("environments.json", Call.of(200).at("key", "hq"));
    calls.put("owners.json", Call.of(200).at("key", "hq"));
    calls.put("drift.json", Call.of(200).at("key", "hq").with("severity=info"));
    calls.put(
        "snapshots.take", Call.of(201).at("key", "hq").sending("{\"page\": \"" + page + "\"}"));
    calls.put("snapshots.list", Call.of(200).at("key", "hq").with("page=" + page));
    calls.put("snapshotDeletion.delete", Call.of(404).at("key", "never-kept"));
    calls.put("blocks.csv", Call.of(200).at("block", "aoa-tree").with("set=hq&page=" + page));
    calls.put("blocks.rows", Call.of(200).at("block", "aoa-tree").with("set=hq&count=3"));
    calls.put(
        "live.changes",
        Call.of(200)
            .sending(
                "{\"blocks\": [{\"id\": \"1\", \"block\": \"tree\", \"parameters\": \"set=hq\","
                    + " \"page\": \""
                    + page
                    + "\", \"revision\": \"\"}, {\"id\": \"2\", \"block\": \"nope\"}]}"));
    calls.put("documentation.page", Call.of(200).at("id", page));
    calls.put(
        "documentation.accept",
        Call.of(404, 409)
            .at("id", page)
            .sending(
                "{\"application\": \"demo/argocd/hq\", \"field\": \"owner\", \"manifestSays\":"
                    + " \"x\"}"));
    calls.put("documentation.reviewed", Call.of(404, 409).at("id", page));
    calls.put(
        "documentation.create",
        Call.of(409)
            .sending(
                "{\"application\": \"demo/argocd/none\", \"space\": \"DEMO\", \"title\": \"X\"}"));
  }

  /** Of a promotion that nobody has asked for; a real one has a test of its own. */
  private static void promotions(Map<String, Call> calls) {
    String route = "\"set\": \"hq\", \"service\": \"none\", \"from\": \"dev\", \"to\": \"prod\"";
    String word = "{\"digest\": \"none\", \"comment\": \"x\"}";
    calls.put("promotions.list", Call.of(200).with("limit=2&person=me"));
    calls.put("promotionWaiting.waiting", Call.of(200));
    calls.put("promotionPlan.plan", Call.of(404, 409).sending("{" + route + "}"));
    calls.put(
        "promotions.request",
        Call.of(404, 409).sending("{" + route + ", \"digest\": \"none\", \"reason\": \"x\"}"));
    calls.put("promotion.find", Call.of(404).at("id", "none"));
    calls.put("promotion.approve", Call.of(404).at("id", "none").sending(word));
    calls.put("promotion.reject", Call.of(404).at("id", "none").sending(word));
    calls.put("promotion.cancel", Call.of(404).at("id", "none").sending(word));
    calls.put("promotion.planBack", Call.of(404).at("id", "none").sending("{}"));
    calls.put(
        "promotion.rollBack", Call.of(404).at("id", "none").sending("{\"digest\": \"none\"}"));
    calls.put("promotionVerify.verify", Call.of(200));
    calls.put(
        "freezes.freezeSet", Call.of(200, 403).at("key", "hq").sending("{\"reason\": \"x\"}"));
    calls.put("freezes.list", Call.of(200));
    calls.put("freezes.liftSet", Call.of(204, 403).at("key", "hq"));
    calls.put(
        "freezes.freezeProject",
        Call.of(200, 403, 404)
            .at("connection", "demo")
            .at("project", "default")
            .sending("{\"reason\": \"x\"}"));
    calls.put(
        "freezes.liftProject",
        Call.of(204, 403, 404).at("connection", "demo").at("project", "default"));
    calls.put("promotionLog.jsonLines", Call.of(200).with("limit=5"));
    calls.put("promotionLog.verify", Call.of(200));
    calls.put("promotionLog.webhook", Call.of(200));
  }

  private static String unversioned(String path) {
    ObjectNode body = (ObjectNode) Contract.parse(now(path));
    body.remove("version");
    return body.toString();
  }
}
