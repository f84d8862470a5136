package io.appofapps.confluence.rest;

import static io.appofapps.confluence.application.Apps.app;
import static io.appofapps.confluence.application.Apps.reference;
import static io.appofapps.confluence.rest.Office.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.sight.Account;
import io.appofapps.confluence.sight.Accounts;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import io.appofapps.confluence.view.access.AccessWords;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who may ask what about whom, and what is answered. */
class AccessResourceTest {

  private final Scene scene =
      Scene.of(
          app("root").project("platform").lists("web", "covert"),
          app("web").project("shop").trackedBy("root"),
          app("covert").project("hidden").trackedBy("root"));

  private final Account jane = new Account("k-jane", "jane", "Jane Doe", Set.of("devs", "zoo"));
  private final Account olga = new Account("k-olga", "olga", "Olga", Set.of("ops"));

  @BeforeEach
  void policy() {
    policy("g, ops, role:admin\np, role:s, applications, delete, */*, deny\ng, devs, role:s");
    scene.store.replace(
        ResourceKind.APP_PROJECT,
        Scope.all("default"),
        List.of(
            new AppProject(
                new ApplicationKey("default", "argocd", "shop"),
                "",
                Map.of(),
                List.of(
                    new AppProject.Role(
                        "dev",
                        List.of("devs"),
                        List.of(
                            "p, proj:shop:dev, applications, *, shop/*, allow",
                            "p, proj:shop:dev, applications, sync, shop/prod-*, deny"))))));
    scene.configuration.set(
        Configuration.EMPTY.withSets(
            List.of(
                new SetDefinition(
                    "set",
                    "Set",
                    "default",
                    "argocd",
                    "root",
                    SetDefinition.Viewers.PROJECT_ROLE,
                    List.of()))));
  }

  private void policy(String csv) {
    policy(csv, "");
  }

  private void policy(String csv, String defaultRole) {
    policy(csv, defaultRole, "");
  }

  private void policy(String csv, String defaultRole, String scopes) {
    scene.store.replace(
        ResourceKind.ACCESS_POLICY,
        Scope.all("default"),
        List.of(
            new AccessPolicy(
                new ApplicationKey("default", "argocd", AccessPolicy.CONFIG_MAP),
                csv,
                defaultRole,
                scopes,
                "")));
  }

  private Optional<Account> account(String asked) {
    return List.of(jane, olga).stream()
        .filter(each -> asked.equals(each.name()) || asked.equals(each.key()))
        .findFirst();
  }

  private AccessAnswers answers() {
    Accounts accounts = this::account;
    return new AccessAnswers(scene.store, accounts, new AccessWords(scene.texts), scene.texts);
  }

  private AccessResource resource(Viewers viewers, Caller caller) {
    return new AccessResource(
        scene.sight(viewers), this::account, answers(), caller.guard(), scene.messages);
  }

  private static Viewers signedIn(Account account) {
    return TestViewers.of(TestViewers.person(account.key(), true, Set.of(), account.groups()));
  }

  private Response ask(Account who, String user, String action, String application) {
    Caller caller = Caller.inSession().notSystemAdmin();
    return resource(signedIn(who), caller).access(user, action, application, caller.request());
  }

  private Response administratorAsks(String user, String action, String application) {
    Caller caller = Caller.administrator();
    return resource(signedIn(olga), caller).access(user, action, application, caller.request());
  }

  @Test
  void peopleAskAboutThemselvesAndHearWhichLineDecides() {
    JsonNode answer = json(ask(jane, null, "sync", "web"));
    assertThat(answer.path("allowed").asBoolean()).isTrue();
    assertThat(answer.path("because").asText())
        .isEqualTo(
            "The role dev of the project allows it:"
                + " “p, proj:shop:dev, applications, *, shop/*, allow”."
                + " It holds for the group devs by way of proj:shop:dev.");
    assertThat(answer.path("application").asText()).isEqualTo("default/argocd/web");
    assertThat(answer.path("roles").toString()).isEqualTo("[\"proj:shop:dev\"]");
    assertThat(json(ask(jane, "jane", "sync", "argocd/web"))).isEqualTo(answer);
    assertThat(json(ask(jane, "k-jane", "sync", "default/argocd/web"))).isEqualTo(answer);
  }

  @Test
  void aDenialNamesWhatItOverrules() {
    JsonNode answer = json(ask(jane, "", "delete", "web"));
    assertThat(answer.path("allowed").asBoolean()).isFalse();
    assertThat(answer.path("because").asText())
        .isEqualTo(
            "The policy in argocd-rbac-cm denies it: “p, role:s, applications, delete, */*, deny”."
                + " It holds for the group devs by way of role:s. But for that, this line"
                + " would allow it: “p, proj:shop:dev, applications, *, shop/*, allow”.");
  }

  @Test
  void anApplicationThatIsNotSeenIsAsIfItDidNotExist() {
    Response hidden = ask(jane, "", "get", "covert");
    Response absent = ask(jane, "", "get", "absent");
    assertThat(hidden.getStatus()).isEqualTo(404);
    assertThat(absent.getStatus()).isEqualTo(404);
    assertThat(hidden.getEntity().toString().replace("covert", "absent"))
        .isEqualTo(absent.getEntity());
  }

  @Test
  void onlyAdministratorsAskAboutOthersAndNobodyElseLearnsWhoExists() {
    Response other = ask(jane, "olga", "get", "web");
    assertThat(other.getStatus()).isEqualTo(403);
    Response nobody = ask(jane, "nobody", "get", "web");
    assertThat(nobody.getStatus()).isEqualTo(403);
    assertThat(nobody.getEntity()).isEqualTo(other.getEntity());
    assertThat(administratorAsks("nobody", "get", "web").getStatus()).isEqualTo(404);
    JsonNode answer = json(administratorAsks("jane", "get", "covert"));
    assertThat(answer.path("allowed").asBoolean()).isFalse();
    assertThat(answer.path("because").asText())
        .isEqualTo(
            "No line of the policy allows it. Of the groups, the policy gives a role to: devs.");
  }

  @Test
  void anAdministratorConfirmsThePasswordFirst() {
    Caller caller = Caller.inSession();
    assertThat(
            resource(signedIn(olga), caller)
                .access("jane", "get", "web", caller.request())
                .getStatus())
        .isEqualTo(401);
  }

  @Test
  void whoIsNotSignedInHearsNothing() {
    Caller caller = Caller.inSession().anonymous();
    assertThat(
            resource(TestViewers.nobody(), caller)
                .access("", "get", "web", caller.request())
                .getStatus())
        .isEqualTo(401);
  }

  @Test
  void whatArgoCdDoesNotKnowIsNoAction() {
    for (String action : List.of("", "promote", "action", "action/", "sync/x", "get ,sync")) {
      Response answer = ask(jane, "", action, "web");
      assertThat(answer.getStatus()).as(action).isEqualTo(400);
      assertThat(answer.getEntity().toString()).contains("override");
    }
    assertThat(ask(jane, "", "action/apps/Deployment/restart", "web").getStatus()).isEqualTo(200);
    assertThat(ask(jane, "", "update/apps/Deployment/x/y", "web").getStatus()).isEqualTo(200);
  }

  @Test
  void aNameOfSeveralIsAnsweredWithThoseThatAreSeen() {
    scene.replace(
        app("root").project("shop").lists("web").lists(reference("team-a", "web")),
        app("web").project("shop").trackedBy("root"),
        app("team-a", "web").project("hidden").trackedBy("root"));
    assertThat(ask(jane, "", "get", "web").getStatus()).isEqualTo(200);
    Response several = administratorAsks("jane", "get", "web");
    assertThat(several.getStatus()).isEqualTo(409);
    assertThat(several.getEntity().toString())
        .contains("default/argocd/web")
        .contains("default/team-a/web");
  }

  @Test
  void withoutAKnownPolicyNothingIsAllowed() {
    scene.store.replace(ResourceKind.ACCESS_POLICY, Scope.all("default"), List.of());
    JsonNode answer = json(administratorAsks("jane", "get", "web"));
    assertThat(answer.path("allowed").asBoolean(true)).isFalse();
    assertThat(answer.path("reason").asText()).isEqualTo("unknown-policy");
    policy("g, ops, role:admin\nnonsense");
    answer = json(administratorAsks("jane", "get", "web"));
    assertThat(answer.path("reason").asText()).isEqualTo("not-loaded");
    assertThat(answer.path("line").asText()).isEqualTo("nonsense");
  }

  @Test
  void whereArgoCdTakesPersonsForGroupsNoGroupGrants() {
    policy("g, ops, role:admin\np, role:all, applications, get, */*, allow", "role:all", "[email]");
    JsonNode sync = json(administratorAsks("jane", "sync", "web"));
    assertThat(sync.path("allowed").asBoolean()).isFalse();
    assertThat(json(administratorAsks("jane", "get", "web")).path("allowed").asBoolean()).isTrue();
    Caller caller = Caller.administrator();
    AccessAdminResource admin = new AccessAdminResource(caller.guard(), answers());
    assertThat(json(admin.groups("web", caller.request())).path("holders")).isEmpty();
  }

  @Test
  void theGroupsOfAnApplicationAreThoseThatMayDoSomething() {
    Caller caller = Caller.administrator();
    AccessAdminResource admin = new AccessAdminResource(caller.guard(), answers());
    policy(
        "g, ops, role:admin\ng, idle, role:none\np, role:all, applications, get, */*, allow",
        "role:all");
    JsonNode answer = json(admin.groups("web", caller.request()));
    assertThat(answer.path("project").asText()).isEqualTo("shop");
    assertThat(answer.path("everybody").toString())
        .isEqualTo("{\"get\":\"p, role:all, applications, get, */*, allow\"}");
    assertThat(answer.path("holders").findValuesAsText("name"))
        .containsExactly("admin", "devs", "ops");
    JsonNode devs = answer.path("holders").get(1).path("allowed");
    assertThat(devs.has("get")).as("everybody may").isFalse();
    assertThat(devs.path("sync").asText())
        .isEqualTo("p, proj:shop:dev, applications, *, shop/*, allow");
    assertThat(answer.path("powerless").asInt()).isEqualTo(1);
    assertThat(json(admin.applications("WEB", caller.request())).path("applications").toString())
        .isEqualTo("[\"default/argocd/web\"]");
    Caller person = Caller.inSession().notSystemAdmin();
    AccessAdminResource closed = new AccessAdminResource(person.guard(), answers());
    assertThat(closed.groups("web", person.request()).getStatus()).isEqualTo(403);
    assertThat(closed.applications("", person.request()).getStatus()).isEqualTo(403);
    assertThat(closed.access("jane", "get", "web", person.request()).getStatus()).isEqualTo(403);
  }
}
