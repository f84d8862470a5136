package io.appofapps.devhost.content;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.appofapps.devhost.testing.TestAccounts;
import io.appofapps.devhost.testing.TestSite;
import io.appofapps.devhost.user.Account;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContentTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final TestAccounts accounts = new TestAccounts();
  private final Content content = Content.of(TestSite.memory(), Clock.fixed(NOON, ZoneOffset.UTC));
  private final ContentPermissions permissions = content.permissions();
  private Page root;
  private Page child;
  private Page grandchild;

  @BeforeEach
  void threeLevels() {
    content.spaces().create(new Space("DEMO", "Demo", ""));
    root = content.pages().create("DEMO", OptionalLong.empty(), edit("Root"));
    child = content.pages().create("DEMO", OptionalLong.of(root.id()), edit("Child"));
    grandchild = content.pages().create("DEMO", OptionalLong.of(child.id()), edit("Grandchild"));
  }

  @Test
  void keepsEveryVersion() {
    Page saved =
        content.pages().update(root.id(), 1, new PageEdit("Root", "<p>2</p>", "why", true, "ann"));
    assertThat(saved.version()).isEqualTo(2);
    assertThat(content.pages().versions(root.id()))
        .extracting(PageVersion::number, v -> v.by().user(), PageVersion::comment)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(2, "ann", "why"),
            org.assertj.core.groups.Tuple.tuple(1, "developer", ""));
    assertThat(content.pages().find(root.id(), 1).orElseThrow().body()).isEqualTo("<p>Root</p>");
    assertThat(saved.created()).isEqualTo(new Page.Stamp("developer", NOON));
  }

  @Test
  void refusesToOverwriteWhatSomebodyElseSaved() {
    content.pages().update(root.id(), 1, edit("Root"));
    assertThatThrownBy(() -> content.pages().update(root.id(), 1, edit("Root")))
        .isInstanceOf(VersionConflictException.class);
    assertThat(content.pages().versions(root.id())).hasSize(2);
  }

  @Test
  void refusesASecondPageOfTheSameTitleInASpace() {
    assertThatThrownBy(
            () -> content.pages().create("DEMO", OptionalLong.empty(), edit("gRANDchild")))
        .isInstanceOf(InvalidContentException.class);
  }

  @Test
  void findsPagesByTitleWhateverTheCase() {
    assertThat(content.pages().find("demo", "root")).isPresent();
    assertThat(content.pages().titled("CHILD", 10)).hasSize(2);
    assertThat(content.pages().titled("%", 10)).isEmpty();
  }

  @Test
  void namesTheAncestorsFromTheRootDown() {
    assertThat(content.pages().ancestors(grandchild))
        .extracting(Page::title)
        .containsExactly("Root", "Child");
  }

  @Test
  void everybodyLicensedSeesAndEditsAPageWithoutRestrictions() {
    assertThat(permissions.canView(who("viewer"), grandchild)).isTrue();
    assertThat(permissions.canEdit(who("viewer"), grandchild)).isTrue();
  }

  @Test
  void nobodySeesAnythingWithoutAccountOrLicence() {
    assertThat(permissions.canView(Optional.empty(), root)).isFalse();
    assertThat(permissions.canView(who("guest"), root)).isFalse();
  }

  @Test
  void aViewRestrictionHoldsForThePagesBelow() {
    restrict(root, Restriction.Kind.VIEW, Set.of(), Set.of("developers"));
    assertThat(permissions.canView(who("developer"), grandchild)).isTrue();
    assertThat(permissions.canView(who("viewer"), grandchild)).isFalse();
    assertThat(permissions.canEdit(who("viewer"), grandchild)).isFalse();
    assertThat(permissions.visible(who("viewer"), List.of(root, child))).isEmpty();
  }

  @Test
  void everyAncestorMustAllow() {
    restrict(root, Restriction.Kind.VIEW, Set.of(), Set.of("developers"));
    restrict(child, Restriction.Kind.VIEW, Set.of("viewer"), Set.of());
    assertThat(permissions.canView(who("viewer"), grandchild)).isFalse();
    assertThat(permissions.canView(who("developer"), grandchild)).isFalse();
  }

  @Test
  void anEditRestrictionHoldsForThePageAlone() {
    restrict(child, Restriction.Kind.EDIT, Set.of("developer"), Set.of());
    assertThat(permissions.canEdit(who("viewer"), child)).isFalse();
    assertThat(permissions.canView(who("viewer"), child)).isTrue();
    assertThat(permissions.canEdit(who("viewer"), grandchild)).isTrue();
  }

  @Test
  void administratorsPassEveryRestriction() {
    restrict(root, Restriction.Kind.VIEW, Set.of("developer"), Set.of());
    restrict(root, Restriction.Kind.EDIT, Set.of("developer"), Set.of());
    assertThat(permissions.canEdit(who("admin"), grandchild)).isTrue();
    assertThat(permissions.canEdit(who("admin"), root)).isTrue();
  }

  @Test
  void keepsLabelsInLowerCaseAndOnce() {
    content.labels().add(root.id(), "Argo-CD");
    content.labels().add(root.id(), "argo-cd");
    assertThat(content.labels().of(root.id())).containsExactly("argo-cd");
    assertThatThrownBy(() -> content.labels().add(root.id(), "two words"))
        .isInstanceOf(InvalidContentException.class);
  }

  private void restrict(Page page, Restriction.Kind kind, Set<String> users, Set<String> groups) {
    content.restrictions().set(page.id(), kind, new Restriction(users, groups));
  }

  private Optional<Account> who(String name) {
    return Optional.of(accounts.get(name));
  }

  private static PageEdit edit(String title) {
    return new PageEdit(title, "<p>" + title + "</p>", "", false, "developer");
  }
}
