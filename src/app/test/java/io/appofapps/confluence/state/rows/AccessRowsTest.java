package io.appofapps.confluence.state.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.SyncWindow;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.StateStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What decides who may see is in the rows, so that followers and restarts decide alike. */
class AccessRowsTest {

  private static final ApplicationKey KEY =
      new ApplicationKey("c", "argocd", AccessPolicy.CONFIG_MAP);

  private static <T> void comesBack(ResourceKind<T> kind, T resource) {
    StateStore store = new StateStore();
    store.configure(List.of("c"));
    Change<T> change = new Change.Upsert<>(kind, resource);
    store.apply(List.<Change<?>>of(change));
    Object found = RowId.of(change).resource(store.current()).orElseThrow();
    assertThat(found).isEqualTo(resource);

    Document written = Document.parse(RowContent.of(found).document().write());
    assertThat(RowContent.read(kind.word(), kind.keyOf(resource), written)).isEqualTo(change);
    assertThat(RowId.count(store.current(), "c")).isEqualTo(1);
  }

  @Test
  void anAccessPolicyComesBackAsItWas() {
    comesBack(
        ResourceKind.ACCESS_POLICY,
        new AccessPolicy(KEY, "p, a, b, c, \"{x,y}\", deny\n# ü", "role:x", "[groups]", "regex"));
  }

  @Test
  void theRolesOfAProjectComeBackAsTheyWere() {
    comesBack(
        ResourceKind.APP_PROJECT,
        new AppProject(
            new ApplicationKey("c", "argocd", "shop"),
            "text",
            Map.of(),
            List.of(
                new AppProject.Role("dev", List.of("a", "b"), List.of("p, x, y, z, w, allow")),
                new AppProject.Role("empty", List.of(), List.of()))));
  }

  @Test
  void theSyncWindowsOfAProjectAndWhetherTheyAreKnownComeBack() {
    SyncWindow window =
        new SyncWindow(
            "deny",
            "0 22 * * *",
            "1h",
            "Europe/Berlin",
            List.of("*-prod"),
            List.of("shop"),
            List.of("in-cluster"),
            true,
            true,
            "\u00e4 \ud83d\ude80");
    comesBack(ResourceKind.APP_PROJECT, project(Optional.of(List.of(window))));
    comesBack(ResourceKind.APP_PROJECT, project(Optional.of(List.of())));
    comesBack(ResourceKind.APP_PROJECT, project(Optional.empty()));
  }

  private static AppProject project(Optional<List<SyncWindow>> windows) {
    return new AppProject(
        new ApplicationKey("c", "argocd", "shop"), "", Map.of(), List.of(), windows);
  }
}
