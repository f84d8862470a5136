package io.appofapps.confluence.environment;

import static io.appofapps.confluence.application.Apps.app;
import static io.appofapps.confluence.application.Apps.reference;
import static io.appofapps.confluence.application.Apps.set;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Trees as public repositories build them, with the facts of their manifests. */
class RealConventionsTest {

  private static NodeId id(String connection, String name) {
    return NodeId.application(new ApplicationKey(connection, "argocd", name));
  }

  /** konstructio/gitops-template: plain YAML, a folder and a namespace per environment. */
  @Test
  void oneServiceInThreeEnvironmentsOfARegistry() {
    List<Application> applications = new ArrayList<>();
    applications.add(
        app("registry")
            .path("registry/clusters/mgmt")
            .lists("argocd-projects", "clusters", "registry-edge")
            .build());
    applications.add(
        app("argocd-projects").trackedBy("registry").path("registry/projects").build());
    applications.add(app("clusters").trackedBy("registry").path("registry/clusters").build());
    Apps workload = app("registry-edge").trackedBy("registry").path("registry/clusters/edge");
    for (String environment : List.of("development", "staging", "production")) {
      String name = environment + "-environment-metaphor";
      workload.lists(name);
      applications.add(
          app(name)
              .trackedBy("registry-edge")
              .source("registry/environments/" + environment + "/metaphor", "", "HEAD")
              .destination("", "in-cluster", environment)
              .build());
    }
    applications.add(workload.build());
    Forest forest = Forest.of(applications, List.of());
    Landscape landscape = Landscape.of(forest);

    assertThat(forest.roots()).containsExactly(id("default", "registry"));
    assertThat(forest.walk(id("default", "registry")))
        .extracting(Occurrence::depth)
        .containsExactly(0, 1, 1, 1, 2, 2, 2);
    assertThat(
            forest.walk(id("default", "registry-edge")).stream()
                .skip(1)
                .map(
                    o ->
                        landscape.service(o.node().id()).orElseThrow().name()
                            + " "
                            + landscape.environment(o.node().id()).orElseThrow().name()))
        .containsExactly("metaphor dev", "metaphor prod", "metaphor staging");
  }

  /** aws-samples/eks-blueprints-workloads: a chart per environment, equal child names. */
  @Test
  void equalChildrenInThreeClustersStayApart() {
    List<Application> applications = new ArrayList<>();
    List<String> teams = List.of("team-burnham", "team-carmen", "team-geordie", "team-riker");
    for (String environment : List.of("dev", "test", "prod")) {
      List<String> children = new ArrayList<>(teams);
      if (environment.equals("dev")) {
        children.add("team-platform");
      }
      applications.add(
          app(environment, "argocd", "workloads")
              .path("envs/" + environment)
              .lists(children.toArray(new String[0]))
              .build());
      for (String child : children) {
        applications.add(
            app(environment, "argocd", child)
                .trackedBy("workloads")
                .label("env", environment)
                .path("teams/" + child + "/" + environment)
                .build());
      }
    }
    Forest forest = Forest.of(applications, List.of());
    Landscape landscape = Landscape.of(forest);

    assertThat(forest.roots())
        .containsExactly(id("dev", "workloads"), id("prod", "workloads"), id("test", "workloads"));
    assertThat(forest.walk(id("dev", "workloads"))).hasSize(6);
    assertThat(forest.walk(id("prod", "workloads"))).hasSize(5);
    assertThat(landscape.environment(id("test", "team-riker")))
        .contains(new Environment("test", "label env"));
    assertThat(landscape.environment(id("prod", "workloads")).map(Environment::name))
        .contains("prod");
    assertThat(landscape.service(id("prod", "team-riker")).map(Service::name))
        .contains("team-riker");
  }

  /** stevesea/argocd-helm-app-of-apps-example: a loop over values, the environment as prefix. */
  @Test
  void thePrefixOfALoopIsTheEnvironment() {
    Landscape landscape =
        Landscape.of(
            Forest.of(
                List.of(
                    app("staging-apps")
                        .source("argocd-example-apps", "", "HEAD", "staging-values.yaml")
                        .lists("staging-guestbook")
                        .build(),
                    app("staging-guestbook").project("staging-apps").path("guestbook").build()),
                List.of()));

    assertThat(landscape.environment(id("default", "staging-apps")))
        .contains(new Environment("staging", "value file staging-values.yaml"));
    assertThat(landscape.environment(id("default", "staging-guestbook")))
        .contains(new Environment("staging", "name staging-guestbook"));
    assertThat(landscape.service(id("default", "staging-guestbook")).map(Service::name))
        .contains("guestbook");
  }

  /** gitops-bridge-dev: a set makes an Application whose folder holds sets that make add-ons. */
  @Test
  void setsOfSetsAreFourLevels() {
    Forest forest =
        Forest.of(
            List.of(
                app("bootstrap-control-plane")
                    .ownedBy("uid-1", "bootstrap")
                    .path("bootstrap/control-plane")
                    .listsSet("addons-cert-manager")
                    .build(),
                app("addon-spoke-staging-cert-manager")
                    .ownedBy("uid-2", "addons-cert-manager")
                    .source(
                        "",
                        "cert-manager",
                        "v1.13.1",
                        "$values/environments/default/addons/cert-manager/values.yaml",
                        "$values/environments/staging/addons/cert-manager/values.yaml")
                    .destination("", "spoke-staging", "cert-manager")
                    .lists(reference("argocd", "nested"))
                    .build()),
            List.of(
                set("bootstrap", "uid-1", ""),
                set(
                    "addons-cert-manager",
                    "uid-2",
                    "bootstrap-control-plane:argoproj.io/ApplicationSet:argocd/addons-cert-manager")));

    NodeId root = NodeId.applicationSet(Apps.key("bootstrap"));
    assertThat(forest.roots()).containsExactly(root);
    assertThat(forest.walk(root)).extracting(Occurrence::depth).containsExactly(0, 1, 2, 3, 4);
    assertThat(Landscape.of(forest).environment(id("default", "addon-spoke-staging-cert-manager")))
        .map(Environment::name)
        .contains("staging");
  }
}
