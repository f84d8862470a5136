package io.appofapps.confluence.ownership;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.tree.Forest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GatheredTest {

  private static final List<AppProject> NO_PROJECTS = List.of();

  private static Gathered gather(List<AppProject> projects, Apps... apps) {
    Forest forest = Forest.of(Arrays.stream(apps).map(Apps::build).toList(), List.of());
    return Gathered.of(
        forest,
        forest.roots(),
        Landscape.of(forest),
        new Projects(projects),
        MetadataRules.DEFAULT);
  }

  private static ServiceMetadata service(String name, Gathered gathered) {
    return gathered.services(each -> true).stream()
        .filter(each -> each.service().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Said said(String field, Apps... apps) {
    return service("pay", gather(NO_PROJECTS, apps)).field(field).orElseThrow().said();
  }

  private static Apps pay(String name) {
    return app(name).label("app.kubernetes.io/name", "pay");
  }

  private static AppProject project(String name, Map<String, String> annotations) {
    return new AppProject(
        new ApplicationKey("default", "argocd", name),
        "Money goes through here",
        annotations,
        List.of(
            new AppProject.Role(
                "ops",
                List.of("team-orange"),
                List.of("p, proj:pay:ops, applications, sync, pay/*, allow")),
            new AppProject.Role(
                "look",
                List.of("everybody"),
                List.of("p, proj:pay:look, applications, get, pay/*, allow"))));
  }

  @ParameterizedTest
  @CsvSource({
    "owner, appofapps.io/owner",
    "owner, a8r.io/owner",
    "owner, backstage.io/owner",
    "on-call, appofapps.io/on-call",
    "on-call, link.argocd.argoproj.io/on-call",
    "runbook, link.argocd.argoproj.io/runbook",
    "repository, backstage.io/source-location",
    "documentation, link.argocd.argoproj.io/docs",
    "release-notes, link.argocd.argoproj.io/changelog",
    "description, a8r.io/description"
  })
  void conventionsAreRead(String field, String annotation) {
    Said said = said(field, pay("pay").annotation(annotation, "here"));
    assertThat(said.value().text()).isEqualTo("here");
    assertThat(said.evidence()).isEqualTo("annotation " + annotation);
    assertThat(said.origin()).isEqualTo(Said.Origin.APPLICATION);
  }

  @Test
  void theFirstKeyThatIsNotBlankWins() {
    Said said =
        said(
            "owner",
            pay("pay")
                .label("team", "blue")
                .annotation("appofapps.io/owner", "  ")
                .annotation("a8r.io/owner", "Team Orange"));
    assertThat(said.value().text()).isEqualTo("Team Orange");
    assertThat(said.evidence()).isEqualTo("annotation a8r.io/owner");
  }

  @Test
  void infoIsFoundInAnyCase() {
    Said said = said("owner", pay("pay").info("OWNER ", "").info("owner", "Team Orange"));
    assertThat(said.value().text()).isEqualTo("Team Orange");
    assertThat(said.evidence()).isEqualTo("info Owner");
  }

  @Test
  void theProjectSpeaksAfterTheApplication() {
    List<AppProject> projects = List.of(project("pay", Map.of("a8r.io/owner", "Team Project")));
    ServiceMetadata service = service("pay", gather(projects, pay("pay").project("pay")));
    assertThat(service.field("owner").orElseThrow().said())
        .isEqualTo(
            new Said(
                Value.of("Team Project").orElseThrow(),
                Said.Origin.PROJECT,
                "project annotation a8r.io/owner of pay"));
    assertThat(service.field("description").orElseThrow().said().value().text())
        .isEqualTo("Money goes through here");
  }

  @Test
  void thoseWhoMaySyncAreTheTeamWhereNobodyNamesOne() {
    ServiceMetadata service =
        service("pay", gather(List.of(project("pay", Map.of())), pay("pay").project("pay")));
    assertThat(service.field("team").orElseThrow().said().value().text()).isEqualTo("team-orange");
    assertThat(service.field("owner")).as("nobody is made an owner").isEmpty();
  }

  @Test
  void theNearestAncestorSpeaksLast() {
    Gathered gathered =
        gather(
            NO_PROJECTS,
            app("root").annotation("a8r.io/owner", "Everybody").lists("emea"),
            app("emea")
                .annotation("a8r.io/owner", "Team Europe")
                .annotation("a8r.io/runbook", "https://example.com/emea")
                .lists("pay"),
            pay("pay"));
    ServiceMetadata service = service("pay", gathered);
    Said owner = service.field("owner").orElseThrow().said();
    assertThat(owner.value().text()).isEqualTo("Team Europe");
    assertThat(owner.evidence()).isEqualTo("annotation a8r.io/owner of emea");
    assertThat(service.field("runbook")).as("a runbook is not inherited").isEmpty();
  }

  @Test
  void whoDisagreesIsShown() {
    Gathered gathered =
        gather(
            NO_PROJECTS,
            app("root").annotation("a8r.io/owner", "Everybody").lists("a", "b", "c", "d"),
            pay("a").annotation("a8r.io/owner", "Team Blue"),
            pay("b").annotation("appofapps.io/owner", "Team Orange"),
            pay("c").annotation("a8r.io/owner", "Team Orange"),
            pay("d"));
    Agreed owner = service("pay", gathered).field("owner").orElseThrow();
    assertThat(owner.said().value().text()).isEqualTo("Team Orange");
    assertThat(owner.by()).containsExactly("b", "c");
    assertThat(owner.others())
        .singleElement()
        .satisfies(
            other -> {
              assertThat(other.said().value().text()).isEqualTo("Team Blue");
              assertThat(other.by()).containsExactly("a");
            });
  }

  @Test
  void completenessCountsWhatCounts() {
    Gathered gathered =
        gather(
            NO_PROJECTS,
            app("root").lists("pay", "ledger"),
            pay("pay")
                .annotation("a8r.io/owner", "Team Orange")
                .annotation("appofapps.io/on-call", "#pay")
                .annotation("a8r.io/runbook", "https://example.com/r")
                .annotation("appofapps.io/release-notes", "https://example.com/n"),
            app("ledger")
                .label("app.kubernetes.io/name", "ledger")
                .annotation("a8r.io/owner", " ")
                .annotation("a8r.io/runbook", "https://example.com/l"));
    assertThat(service("pay", gathered).completeness().percent()).isEqualTo(100);
    Completeness ledger = service("ledger", gathered).completeness();
    assertThat(ledger)
        .isEqualTo(new Completeness(1, 4, List.of("owner", "on-call", "release-notes")));
    assertThat(
            Completeness.of(
                    gathered.services(each -> true).stream()
                        .map(ServiceMetadata::completeness)
                        .toList())
                .percent())
        .isEqualTo(62);
  }

  @Test
  void servicesAreThoseOfTheApplicationsAskedFor() {
    Gathered gathered =
        gather(
            NO_PROJECTS,
            app("root").lists("pay-dev", "pay-prod"),
            pay("pay-dev").label("env", "dev").annotation("a8r.io/owner", "Team Dev"),
            pay("pay-prod").label("env", "prod").annotation("a8r.io/owner", "Team Prod"));
    assertThat(gathered.services(each -> each.environment().equals("prod")))
        .singleElement()
        .satisfies(
            service -> {
              assertThat(service.environments()).containsExactly("prod");
              assertThat(service.field("owner").orElseThrow().said().value().text())
                  .isEqualTo("Team Prod");
              assertThat(service.field("owner").orElseThrow().others()).isEmpty();
            });
  }

  @Property(tries = 200)
  void whatIsMissingAndWhatIsSaidIsAllThatCounts(
      @ForAll List<String> owners, @ForAll @IntRange(min = 1, max = 5) int services) {
    List<Apps> apps = new ArrayList<>();
    for (int i = 0; i < owners.size(); i++) {
      apps.add(
          app("a" + i)
              .label("app.kubernetes.io/name", "s" + i % services)
              .annotation("a8r.io/owner", owners.get(i)));
    }
    for (ServiceMetadata service :
        gather(NO_PROJECTS, apps.toArray(Apps[]::new)).services(each -> true)) {
      Completeness completeness = service.completeness();
      assertThat(completeness.said() + completeness.missing().size()).isEqualTo(completeness.of());
      List<String> said =
          service.field("owner").stream()
              .flatMap(
                  agreed ->
                      java.util.stream.Stream.concat(
                          agreed.by().stream(),
                          agreed.others().stream().flatMap(other -> other.by().stream())))
              .toList();
      assertThat(said).doesNotHaveDuplicates();
      assertThat(service.applications()).containsAll(said);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "annotation:a8r.io/owner, ANNOTATION, a8r.io/owner",
    "label:team, LABEL, team",
    "info:On call, INFO, On call",
    "project-groups, PROJECT_GROUPS, ''"
  })
  void keysAreReadAsTheyAreWritten(String text, MetadataKey.Place place, String name) {
    MetadataKey key = MetadataKey.parse(text).orElseThrow();
    assertThat(key).isEqualTo(new MetadataKey(place, name));
    assertThat(key).hasToString(text);
  }

  @ParameterizedTest
  @CsvSource({"label:", "team", "annotation", "project-groups:x", "colour:team", "''"})
  void otherKeysAreNone(String text) {
    assertThat(MetadataKey.parse(text)).isEmpty();
  }
}
