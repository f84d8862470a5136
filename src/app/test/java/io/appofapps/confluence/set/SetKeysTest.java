package io.appofapps.confluence.set;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.tree.NodeId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SetKeysTest {

  @Test
  void aNameThatStandsAloneIsTheKey() {
    assertThat(SetKeys.of(List.of(app("c", "argocd", "root")), Set.of()).values())
        .containsExactly("root");
  }

  @Test
  void namesThatClashAreQualifiedByNamespaceAndOnlyThose() {
    NodeId one = app("c", "team-a", "root");
    NodeId two = app("c", "team-b", "root");
    NodeId other = app("c", "team-b", "other");

    assertThat(SetKeys.of(List.of(one, two, other), Set.of()))
        .containsEntry(one, "team-a.root")
        .containsEntry(two, "team-b.root")
        .containsEntry(other, "other");
  }

  @Test
  void clashesAcrossConnectionsAreQualifiedByConnection() {
    NodeId one = app("c1", "argocd", "root");
    NodeId two = app("c2", "argocd", "root");

    assertThat(SetKeys.of(List.of(one, two), Set.of()))
        .containsEntry(one, "c1.argocd.root")
        .containsEntry(two, "c2.argocd.root");
  }

  @Test
  void anApplicationSetOfTheSameNameIsToldApartByItsKind() {
    NodeId application = app("c", "argocd", "root");
    NodeId set = NodeId.applicationSet(new ApplicationKey("c", "argocd", "root"));

    assertThat(SetKeys.of(List.of(application, set), Set.of()))
        .containsEntry(application, "application.c.argocd.root")
        .containsEntry(set, "applicationset.c.argocd.root");
  }

  @Test
  void aQualifiedKeyNeverTakesThePlaceOfAPlainName() {
    NodeId plain = app("c", "argocd", "team-a.root");
    NodeId one = app("c", "team-a", "root");
    NodeId two = app("c", "team-b", "root");

    assertThat(SetKeys.of(List.of(plain, one, two), Set.of()).values())
        .doesNotHaveDuplicates()
        .hasSize(3);
    assertThat(SetKeys.of(List.of(plain, one, two), Set.of())).containsEntry(plain, "team-a.root");
  }

  @Test
  void keysAreSafeInAUrlAndStillDistinct() {
    NodeId one = app("c", "argocd", "<script>");
    NodeId two = app("c", "argocd", "[script]");

    assertThat(SetKeys.of(List.of(one, two), Set.of()).values())
        .allMatch(key -> key.matches("[A-Za-z0-9._-]+"))
        .doesNotHaveDuplicates()
        .hasSize(2);
  }

  private static NodeId app(String connection, String namespace, String name) {
    return NodeId.application(new ApplicationKey(connection, namespace, name));
  }
}
