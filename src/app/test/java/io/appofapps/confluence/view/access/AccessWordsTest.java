package io.appofapps.confluence.view.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.identity.AccessControl;
import io.appofapps.confluence.identity.Decision;
import io.appofapps.confluence.identity.Matcher;
import io.appofapps.confluence.identity.ProjectRole;
import io.appofapps.confluence.view.TestTexts;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Every kind of reason has its sentences, and they name the line. */
class AccessWordsTest {

  private final AccessWords words = new AccessWords(new TestTexts());

  private String because(AccessControl access, String subject, String... groups) {
    Decision decision =
        access.decide(
            Optional.of(subject).filter(name -> !name.isEmpty()),
            List.of(groups),
            "applications",
            "get",
            "shop/web");
    return words.because(Optional.of(decision));
  }

  private static AccessControl global(String csv, String defaultRole) {
    return new AccessControl(csv, defaultRole, Matcher.GLOB, List.of());
  }

  @Test
  void aGrantTellsTheLineWhereItStandsAndTheWayToIt() {
    assertThat(because(global("g, ops, role:readonly", ""), "", "ops"))
        .isEqualTo(
            "Argo CD’s built-in policy allows it: “p, role:readonly, applications, get, */*,"
                + " allow”. It holds for the group ops by way of role:readonly.");
    assertThat(because(global("p, role:x, applications, get, */*, allow", "role:x"), ""))
        .isEqualTo(
            "The policy in argocd-rbac-cm allows it: “p, role:x, applications, get, */*, allow”."
                + " It holds for everybody: role:x is the default role.");
    assertThat(because(global("g, role:y, role:readonly", "role:y"), ""))
        .endsWith(
            "It holds for everybody: role:y is the default role and leads to it by way of"
                + " role:readonly.");
    assertThat(because(global("p, ann, applications, get, */*, allow", ""), "ann"))
        .endsWith("The line names ann.");
    assertThat(because(global("g, ann, role:readonly", ""), "ann"))
        .endsWith("It holds for ann by way of role:readonly.");
    assertThat(
            because(
                global("p, ops, applications, get, */*, allow\ng, ops, role:none", ""), "", "ops"))
        .endsWith("The line names the group ops.");
  }

  @Test
  void aBadLineIsNamed() {
    assertThat(because(global("g, ops", ""), "", "ops"))
        .isEqualTo(
            "Argo CD would not load the policy in argocd-rbac-cm, so it allows nobody anything. It"
                + " cannot take this line: “g, ops”.");
    AccessControl badProject =
        new AccessControl(
            "",
            "",
            Matcher.GLOB,
            List.of(new ProjectRole("shop", "dev", List.of("devs"), List.of("p, nonsense"))));
    assertThat(because(badProject, "", "devs"))
        .isEqualTo(
            "No line of the policy allows it. The policy gives a role to none of the groups. The"
                + " roles of the project do not count: Argo CD would not load them because of the"
                + " line: “p, nonsense”.");
    AccessControl regex =
        new AccessControl(
            "p, role:x, applications, get, *, allow\ng, ops, role:x", "", Matcher.REGEX, List.of());
    assertThat(because(regex, "", "ops"))
        .startsWith("A pattern of this line cannot be read, or takes too long")
        .contains("“p, role:x, applications, get, *, allow”");
  }

  @Test
  void otherReasonsHaveTheirSentences() {
    assertThat(because(global("", ""), "proj:other:ci"))
        .isEqualTo("proj:other:ci is the role of another project and counts only there.");
    assertThat(words.because(Optional.empty())).startsWith("Argo CD’s policy is not known here");
  }
}
