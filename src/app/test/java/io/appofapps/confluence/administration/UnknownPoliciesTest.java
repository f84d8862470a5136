package io.appofapps.confluence.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.configuration.SetDefinition.Viewers;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.StateStore;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnknownPoliciesTest {

  private final StateStore store = new StateStore();

  UnknownPoliciesTest() {
    store.configure(List.of("prod", "lab"));
    for (String namespace : List.of("argocd", "tools")) {
      project("prod", namespace, "default");
      project("prod", namespace, "payments");
      project("lab", namespace, "default");
    }
  }

  private void project(String connection, String namespace, String name) {
    store.apply(
        List.of(
            new Change.Upsert<>(
                ResourceKind.APP_PROJECT,
                new AppProject(
                    new ApplicationKey(connection, namespace, name), "", Map.of(), List.of()))));
  }

  private static ApplicationKey policy(String namespace) {
    return new ApplicationKey("prod", namespace, AccessPolicy.CONFIG_MAP);
  }

  private List<ApplicationKey> unknown(Viewers viewers) {
    return UnknownPolicies.of(
        store.current(),
        Configuration.EMPTY.withSets(
            List.of(
                new SetDefinition("shop", "Shop", "prod", "argocd", "root", viewers, List.of()))));
  }

  @Test
  void everyNamespaceWithProjectsNeedsAPolicyWhereASetAsksForRoles() {
    assertThat(unknown(Viewers.PROJECT_ROLE)).containsExactly(policy("argocd"), policy("tools"));

    store.apply(
        List.of(
            new Change.Upsert<>(
                ResourceKind.ACCESS_POLICY, new AccessPolicy(policy("argocd"), "", "", "", ""))));
    assertThat(unknown(Viewers.PROJECT_ROLE)).containsExactly(policy("tools"));
  }

  @Test
  void nobodyAsksForAPolicyThatNoSetNeeds() {
    assertThat(unknown(Viewers.PAGE)).isEmpty();
  }
}
