package io.appofapps.devhost.content.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.security.Permission;
import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.sal.api.user.UserKey;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.PageEdit;
import io.appofapps.devhost.content.Restriction;
import io.appofapps.devhost.content.Space;
import io.appofapps.devhost.testing.TestAccounts;
import io.appofapps.devhost.testing.TestSite;
import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.HostConfluenceUser;
import io.appofapps.devhost.user.HostUserAccessor;
import java.time.Clock;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostPermissionManagerTest {

  private final TestAccounts accounts = new TestAccounts();
  private final Content content = Content.of(TestSite.memory(), Clock.systemUTC());
  private final PageManager pages = new HostPageManager(content, accounts);
  private final HostPermissionManager permissions = new HostPermissionManager(content, accounts);
  private Page above;
  private Page below;

  @BeforeEach
  void twoPages() {
    content.spaces().create(new Space("DEMO", "Demo", ""));
    long parent = create(OptionalLong.empty(), "Above");
    above = pages.getPage("DEMO", "Above");
    below = (Page) pages.getAbstractPage(create(OptionalLong.of(parent), "Below"));
  }

  private long create(OptionalLong parent, String title) {
    PageEdit edit = new PageEdit(title, "", "", false, "admin");
    return content.pages().create("DEMO", parent, edit).id();
  }

  private ConfluenceUser user(String name) {
    return new HostConfluenceUser(accounts.get(name));
  }

  @Test
  void findsPagesByIdAndByTitle() {
    assertThat(below.getTitle()).isEqualTo("Below");
    assertThat(below.getSpaceKey()).isEqualTo("DEMO");
    assertThat(pages.getPage("demo", "below").getId()).isEqualTo(below.getId());
    assertThat(pages.getPage("DEMO", "Nowhere")).isNull();
    assertThat(pages.getAbstractPage(-1)).isNull();
  }

  @Test
  void onlyLicensedPeopleSeeAPage() {
    assertThat(permissions.hasPermission(user("viewer"), Permission.VIEW, below)).isTrue();
    assertThat(permissions.hasPermission(user("guest"), Permission.VIEW, below)).isFalse();
    assertThat(permissions.hasPermission(null, Permission.VIEW, below)).isFalse();
  }

  @Test
  void aRestrictionHoldsForThePagesBelowToo() {
    content
        .restrictions()
        .set(above.getId(), Restriction.Kind.VIEW, new Restriction(Set.of(), Set.of("developers")));
    assertThat(permissions.hasPermission(user("developer"), Permission.VIEW, below)).isTrue();
    assertThat(permissions.hasPermission(user("viewer"), Permission.VIEW, below)).isFalse();
  }

  @Test
  void editingCanBeRestrictedApart() {
    content
        .restrictions()
        .set(below.getId(), Restriction.Kind.EDIT, new Restriction(Set.of("developer"), Set.of()));
    assertThat(permissions.hasPermission(user("viewer"), Permission.VIEW, below)).isTrue();
    assertThat(permissions.hasPermission(user("viewer"), Permission.EDIT, below)).isFalse();
    assertThat(permissions.hasPermission(user("developer"), Permission.EDIT, below)).isTrue();
  }

  @Test
  void licensedPeopleSeeASpaceThatThereIs() {
    assertThat(permissions.hasPermission(user("viewer"), Permission.VIEW, new HostSpace("DEMO")))
        .isTrue();
    assertThat(permissions.hasPermission(user("guest"), Permission.VIEW, new HostSpace("DEMO")))
        .isFalse();
    assertThat(permissions.hasPermission(user("viewer"), Permission.VIEW, new HostSpace("NO")))
        .isFalse();
  }

  @Test
  void whatWasNeverSavedAndWhatIsUnknownIsDenied() {
    for (Object target : new Object[] {new Page(), "a text", new Object()}) {
      assertThat(permissions.hasPermission(user("admin"), Permission.VIEW, target)).isFalse();
    }
    assertThat(permissions.hasPermission(user("admin"), Permission.VIEW, null)).isFalse();
  }

  @Test
  void theGroupsOfAPersonAreNamed() {
    HostUserAccessor people = new HostUserAccessor(accounts);
    Account developer = accounts.get("developer");
    assertThat(people.getGroupNamesForUserName("developer"))
        .containsExactly("confluence-users", "developers");
    assertThat(people.getGroupNamesForUserName("nobody")).isEmpty();
    assertThat(people.getExistingUserByKey(new UserKey(developer.key())).getName())
        .isEqualTo("developer");
    assertThat(people.getExistingUserByKey(new UserKey("no-such-key"))).isNull();
  }
}
