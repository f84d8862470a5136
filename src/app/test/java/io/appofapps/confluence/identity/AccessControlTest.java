package io.appofapps.confluence.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Decisions equal Argo CD's own, row by row of a table of them. */
class AccessControlTest {

  private static final List<ProjectRole> BETA =
      List.of(
          new ProjectRole(
              "team-beta",
              "dev",
              List.of("beta-devs"),
              List.of(
                  "p, proj:team-beta:dev, applications, get, team-beta/*, allow",
                  "p, proj:team-beta:dev, applications, sync, team-beta/*, allow",
                  "p, proj:team-beta:dev, applications, sync, team-beta/prod-*, deny")),
          new ProjectRole(
              "team-beta",
              "release",
              List.of("beta-release"),
              List.of("p, proj:team-beta:release, applications, sync, team-beta/prod-*, allow")));

  private static final String BASE =
      """
      p, role:base, applications, get, */*, allow
      p, role:base, applications, sync, */*, deny
      p, kim, applications, sync, */*, allow
      p, lee, applications, get, */*, deny
      """;

  private static final String REGEX =
      """
      p, alice, clusters, get, "https://github.com/argo[a-z]{4}/argo-[a-z]+.git", allow
      p, max, applications, get, foo/.*, allow
      """;

  private static String text(String name) throws IOException {
    try (InputStream stream = AccessControlTest.class.getResourceAsStream(name)) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static AccessControl glob(String csv, String defaultRole) {
    return new AccessControl(csv, defaultRole, Matcher.GLOB, BETA);
  }

  @TestFactory
  Stream<DynamicTest> everyRowOfTheTableIsDecidedAsArgoCdDoes() throws IOException {
    String policy = text("policy.csv");
    Map<String, AccessControl> sets =
        Map.of(
            "S", glob(policy, ""),
            "S-default-readonly", glob(policy, "role:readonly"),
            "default-base", glob(BASE, "role:base"),
            "regex", new AccessControl(REGEX, "", Matcher.REGEX, List.of()));
    List<String> rows = text("decisions.txt").lines().toList();
    assertThat(rows).hasSize(49);
    return rows.stream()
        .map(row -> row.split("\\|"))
        .map(
            row ->
                DynamicTest.dynamicTest(
                    String.join(" ", row),
                    () ->
                        assertThat(
                                sets.get(row[1])
                                    .allows(
                                        Optional.of(row[2]),
                                        groups(row[3]),
                                        row[4],
                                        row[5],
                                        row[6]))
                            .isEqualTo(row[7].equals("allow"))));
  }

  private static List<String> groups(String joined) {
    return Arrays.stream(joined.split(";")).filter(group -> !group.isEmpty()).toList();
  }

  private static boolean reads(AccessControl access, String object, String... groups) {
    return access.allows(Optional.empty(), List.of(groups), "applications", "get", object);
  }

  @Test
  void aLineThatArgoCdWouldNotLoadVoidsTheWholePolicy() {
    for (String broken :
        List.of(
            "p, a, applications, get, */*", "x, y", "g, a", "p, a, b, c, d, maybe", "g, \"a, b")) {
      AccessControl access = glob("g, ops, role:admin\n" + broken, "role:readonly");
      assertThat(reads(access, "foo/bar", "ops")).as(broken).isFalse();
      assertThat(reads(access, "team-beta/web", "beta-devs")).as(broken).isFalse();
    }
  }

  @Test
  void aBrokenProjectPolicyLeavesTheGlobalOne() {
    AccessControl access =
        new AccessControl(
            "g, ops, role:readonly",
            "",
            Matcher.GLOB,
            List.of(new ProjectRole("foo", "r", List.of("devs"), List.of("nonsense"))));
    assertThat(reads(access, "foo/bar", "devs")).isFalse();
    assertThat(reads(access, "foo/bar", "ops")).isTrue();
  }

  @Test
  void theRoleOfOneProjectNeverActsOnAnother() {
    AccessControl access =
        new AccessControl(
            "",
            "",
            Matcher.GLOB,
            List.of(
                new ProjectRole(
                    "evil",
                    "r",
                    List.of("devs"),
                    List.of("p, proj:evil:r, applications, get, */*, allow"))));
    assertThat(reads(access, "evil/app", "devs")).isTrue();
    assertThat(reads(access, "other/app", "devs")).isFalse();
  }

  @Test
  void quotesCommentsAndSpacesAreReadAsCsv() {
    AccessControl access =
        glob(
            """
            # comment, with, commas

              p ,  "role:x" , applications,get,"{a,b}/*" , allow
            g,"my ""own"" group",role:x
            """,
            "");
    assertThat(reads(access, "b/app", "my \"own\" group")).isTrue();
    assertThat(reads(access, "c/app", "my \"own\" group")).isFalse();
  }

  @Test
  void namesOfGroupsAreExact() {
    AccessControl access = glob("g, Ops, role:readonly", "");
    assertThat(reads(access, "a/b", "Ops")).isTrue();
    assertThat(reads(access, "a/b", "ops")).isFalse();
    assertThat(reads(access, "a/b", "Op*")).isFalse();
  }

  @Test
  void anEndlessRegularExpressionEndsInADenial() {
    AccessControl access =
        new AccessControl(
            "p, role:x, applications, get, \"(a+)+$\", allow\ng, ops, role:x",
            "",
            Matcher.REGEX,
            List.of());
    assertThat(reads(access, "a".repeat(60) + "!", "ops")).isFalse();
  }

  @Test
  void onlyGroupsThatThePolicyKnowsMakeADifference() {
    AccessControl access =
        glob("g, ops, role:readonly\np, lone, applications, get, */*, allow", "");
    assertThat(access.effective(List.of("ops", "lone", "beta-devs", "other")))
        .containsExactlyInAnyOrder("ops", "beta-devs");
  }

  @Provide
  static Arbitrary<String> policies() {
    Arbitrary<String> subject = Arbitraries.of("role:x", "role:y", "g1", "g2");
    Arbitrary<String> object = Arbitraries.of("*/*", "a/*", "a/b", "c/*");
    Arbitrary<String> permission =
        net.jqwik.api.Combinators.combine(subject, object, Arbitraries.of("allow", "deny"))
            .as(
                (who, what, effect) ->
                    "p, " + who + ", applications, get, " + what + ", " + effect);
    Arbitrary<String> grant =
        net.jqwik.api.Combinators.combine(
                Arbitraries.of("g1", "g2", "role:x"), Arbitraries.of("role:x", "role:y"))
            .as((who, role) -> "g, " + who + ", " + role);
    return Arbitraries.oneOf(permission, grant)
        .list()
        .ofMaxSize(12)
        .map(lines -> String.join("\n", lines));
  }

  @Property(tries = 300)
  void aDenialOfTheIdentityAlwaysWins(@ForAll("policies") String policy) {
    AccessControl access =
        glob(policy + "\ng, g1, role:z\np, role:z, applications, get, a/b, deny", "");
    assertThat(reads(access, "a/b", "g1")).isFalse();
  }

  @Property(tries = 300)
  void whomThePolicyDoesNotKnowIsDenied(@ForAll("policies") String policy) {
    AccessControl access = glob(policy, "");
    assertThat(reads(access, "a/b", "stranger")).isFalse();
    assertThat(reads(access, "a/b")).isFalse();
  }

  @Property(tries = 300)
  void anotherGroupNeverTakesARightAway(@ForAll("policies") String policy) {
    AccessControl access = glob(policy, "");
    assertThat(reads(access, "a/b", "g1", "g2"))
        .isEqualTo(reads(access, "a/b", "g1") || reads(access, "a/b", "g2"));
  }

  @Property(tries = 300)
  void theOrderOfTheLinesMeansNothing(@ForAll("policies") String policy) {
    List<String> lines = new java.util.ArrayList<>(policy.lines().toList());
    java.util.Collections.reverse(lines);
    assertThat(reads(glob(String.join("\n", lines), ""), "a/b", "g1"))
        .isEqualTo(reads(glob(policy, ""), "a/b", "g1"));
  }

  @Test
  void theRolesOfAPersonAreThoseOfTheProjectAndGlobalOnes() {
    AccessControl access =
        new AccessControl(
            """
            g, ops, role:ops
            g, role:ops, role:readonly
            g, beta-devs, proj:team-beta:auditor
            g, beta-devs, proj:team-alpha:dev
            """,
            "",
            Matcher.of(""),
            BETA);
    assertThat(access.roles(List.of("beta-devs", "nobody"), "team-beta"))
        .containsExactlyInAnyOrder("dev", "auditor");
    assertThat(access.roles(List.of("ops"), "team-beta"))
        .containsExactlyInAnyOrder("role:ops", "role:readonly");
    assertThat(access.roles(List.of("beta-release"), "team-alpha")).isEmpty();
  }

  @Test
  void everybodyHasTheDefaultRoleAndABrokenPolicyGivesNone() {
    assertThat(glob("", "role:readonly").roles(List.of(), "x")).containsExactly("role:readonly");
    assertThat(glob("p, broken", "role:readonly").roles(List.of("ops"), "x")).isEmpty();
  }

  private static Reason reason(AccessControl access, String action, String... groups) {
    return access
        .decide(Optional.empty(), List.of(groups), "applications", action, "team-beta/prod-web")
        .reason();
  }

  private static PolicyLine ofDev(String action, String object, String effect) {
    return PolicyLine.project(
        "dev",
        "p, proj:team-beta:dev, applications, " + action + ", team-beta/" + object + ", " + effect);
  }

  @Test
  void theLineThatAllowsIsNamedWithTheWayToIt() {
    assertThat(reason(glob("", ""), "get", "beta-devs"))
        .isEqualTo(
            new Reason.Granted(
                new Route(
                    Identity.group("beta-devs"),
                    List.of("proj:team-beta:dev"),
                    ofDev("get", "*", "allow"))));
    assertThat(reason(glob("g, a, role:b\ng, role:b, role:readonly", ""), "get", "a"))
        .isEqualTo(
            new Reason.Granted(
                new Route(
                    Identity.group("a"),
                    List.of("role:b", "role:readonly"),
                    PolicyLine.builtIn("p, role:readonly, applications, get, */*, allow"))));
    assertThat(reason(glob("  p,role:all , applications,*,*/*,allow", "role:all"), "sync"))
        .isEqualTo(
            new Reason.Granted(
                new Route(
                    Identity.defaultRole("role:all"),
                    List.of(),
                    PolicyLine.configMap("p,role:all , applications,*,*/*,allow"))));
  }

  @Test
  void theLineThatDeniesIsNamedWithWhatItOverrules() {
    List<String> dev = List.of("proj:team-beta:dev");
    assertThat(reason(glob("", ""), "sync", "beta-devs"))
        .isEqualTo(
            new Reason.Denied(
                new Route(Identity.group("beta-devs"), dev, ofDev("sync", "prod-*", "deny")),
                Optional.of(
                    new Route(Identity.group("beta-devs"), dev, ofDev("sync", "*", "allow")))));
  }

  @Test
  void whereNothingGrantsTheGroupsThatCountAreNamed() {
    assertThat(reason(glob("g, ops, role:readonly", ""), "sync", "zoo", "ops", "beta-release"))
        .isInstanceOf(Reason.Granted.class);
    assertThat(reason(glob("g, ops, role:readonly", ""), "delete", "zoo", "ops", "beta-release"))
        .isEqualTo(new Reason.Nothing(List.of("beta-release", "ops")));
  }

  @Test
  void theLineThatArgoCdWouldNotTakeIsNamed() {
    assertThat(reason(glob("g, ops, role:admin\np, nonsense", ""), "get", "ops"))
        .isEqualTo(new Reason.NotLoaded("p, nonsense"));
    AccessControl badProject =
        new AccessControl(
            "",
            "",
            Matcher.GLOB,
            List.of(new ProjectRole("foo", "r", List.of("devs"), List.of("nonsense"))));
    assertThat(
            badProject.decide(Optional.empty(), List.of("devs"), "applications", "get", "foo/bar"))
        .isEqualTo(new Decision(new Reason.Nothing(List.of()), Optional.of("nonsense")));
  }

  @Test
  void aPatternThatCannotBeReadIsNamed() {
    AccessControl access =
        new AccessControl(
            "p, role:x, applications, *, .*, allow\ng, ops, role:x", "", Matcher.REGEX, List.of());
    assertThat(reason(access, "get", "ops"))
        .isEqualTo(
            new Reason.Unreadable(
                new Route(
                    Identity.group("ops"),
                    List.of("role:x"),
                    PolicyLine.configMap("p, role:x, applications, *, .*, allow"))));
  }

  @Test
  void allToWhomAProjectGivesRolesAreKnown() {
    AccessControl access = glob("g, ops, role:ops\ng, role:ops, role:readonly", "");
    assertThat(access.holders("team-beta"))
        .containsExactly("admin", "beta-devs", "beta-release", "ops");
    assertThat(access.holders("team-alpha")).containsExactly("admin", "ops");
  }
}
