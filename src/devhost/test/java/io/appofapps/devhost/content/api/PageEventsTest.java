package io.appofapps.devhost.content.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.confluence.core.DefaultSaveContext;
import com.atlassian.confluence.event.events.content.page.PageCreateEvent;
import com.atlassian.confluence.event.events.content.page.PageEvent;
import com.atlassian.confluence.event.events.security.ContentPermissionEvent;
import com.atlassian.confluence.pages.Page;
import com.atlassian.confluence.pages.PageManager;
import com.atlassian.confluence.spaces.SpaceStatus;
import com.atlassian.event.api.EventListener;
import io.appofapps.devhost.content.Content;
import io.appofapps.devhost.content.InvalidContentException;
import io.appofapps.devhost.content.Restriction;
import io.appofapps.devhost.content.Space;
import io.appofapps.devhost.content.VersionConflictException;
import io.appofapps.devhost.event.HostEventPublisher;
import io.appofapps.devhost.testing.TestAccounts;
import io.appofapps.devhost.testing.TestSite;
import io.appofapps.devhost.user.CurrentUser;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PageEventsTest {

  private final TestAccounts accounts = new TestAccounts();
  private final Content content = Content.of(TestSite.memory(), Clock.systemUTC());
  private final HostEventPublisher events = new HostEventPublisher();
  private final PageManager pages = new HostPageManager(content, accounts);
  private final List<String> heard = new ArrayList<>();

  /** What a plugin would register. */
  public final class Listener {
    @EventListener
    public void onPage(PageEvent event) {
      String name = event.getClass().getSuperclass().getSimpleName();
      heard.add(name + " " + event.getPage().getTitle() + " " + event.getPage().getVersion());
    }

    @EventListener
    public void onRestriction(ContentPermissionEvent event) {
      heard.add("restricted " + event.getContent().getTitle());
    }
  }

  /** What a plugin had better not register. */
  public static final class FailingListener {
    @EventListener
    public void onCreate(PageCreateEvent event) {
      throw new IllegalStateException("no");
    }
  }

  @BeforeEach
  void connect() {
    content.spaces().create(new Space("DEMO", "Demo", ""));
    PageEvents.connect(content, accounts, events);
    events.register(new Listener());
    CurrentUser.set(accounts.get("admin"));
  }

  @AfterEach
  void signOut() {
    CurrentUser.set(null);
  }

  private Page create(String title) {
    Page page = new Page();
    page.setSpace(new HostSpace("DEMO"));
    page.setTitle(title);
    page.setBodyAsString("<p>one</p>");
    pages.saveContentEntity(page, DefaultSaveContext.DEFAULT);
    assertThat(page.getId()).isEqualTo(pages.getPage("DEMO", title).getId()).isPositive();
    return pages.getPage("DEMO", title);
  }

  @Test
  void pluginsHearWhatHappensToAPage() {
    Page page = create("Runbook");
    pages.saveNewVersion(
        page, edited -> edited.setBodyAsString("<p>two</p>"), DefaultSaveContext.MINOR_EDIT);
    Page above = create("Above");
    content.pages().move(page.getId(), OptionalLong.of(above.getId()));
    content
        .restrictions()
        .set(page.getId(), Restriction.Kind.VIEW, new Restriction(Set.of("admin"), Set.of()));
    content.pages().trash(page.getId());
    content.pages().restore(page.getId());

    assertThat(heard)
        .containsExactly(
            "PageCreateEvent Runbook 1",
            "PageUpdateEvent Runbook 2",
            "PageCreateEvent Above 1",
            "PageMoveEvent Runbook 2",
            "restricted Runbook",
            "PageTrashedEvent Runbook 2",
            "PageRestoreEvent Runbook 2");
    assertThat(content.pages().find(page.getId()).orElseThrow().latest().minor()).isTrue();
    assertThat(pages.getAbstractPage(page.getId()).getLastModifier().getName()).isEqualTo("admin");
  }

  @Test
  void aSaveThatBeganWithAnOlderVersionFails() {
    Page mine = create("Runbook");
    Page yours = pages.getPage("DEMO", "Runbook");
    pages.saveNewVersion(
        yours, edited -> edited.setBodyAsString("<p>yours</p>"), DefaultSaveContext.DEFAULT);

    assertThatThrownBy(
            () ->
                pages.saveNewVersion(
                    mine,
                    edited -> edited.setBodyAsString("<p>mine</p>"),
                    DefaultSaveContext.DEFAULT))
        .isInstanceOf(VersionConflictException.class);
    assertThat(pages.getPage("DEMO", "Runbook").getBodyAsString()).isEqualTo("<p>yours</p>");
  }

  @Test
  void aPageInTheBinIsDeletedAndFreesItsTitle() {
    Page page = create("Runbook");
    content.pages().trash(page.getId());

    assertThat(pages.getAbstractPage(page.getId()).isDeleted()).isTrue();
    assertThat(pages.getPage("DEMO", "Runbook")).isNull();
    assertThat(pages.getPageIds(new HostSpace("DEMO"))).isEmpty();
    Page other = create("Runbook");
    assertThatThrownBy(() -> content.pages().restore(page.getId()))
        .isInstanceOf(InvalidContentException.class);
    assertThat(pages.getPageIds(new HostSpace("DEMO"))).containsExactly(other.getId());
    assertThat(new HostSpaceManager(content.spaces()).getAllSpaceKeys(SpaceStatus.CURRENT))
        .containsExactly("DEMO");
  }

  @Test
  void aListenerThatFailsKeepsNobodyElseFromHearing() {
    events.unregisterAll();
    events.register(new FailingListener());
    Listener last = new Listener();
    events.register(last);
    create("Runbook");
    events.unregister(last);
    create("Other");

    assertThat(heard).containsExactly("PageCreateEvent Runbook 1");
  }

  @Test
  void labelsAreSeen() {
    Page page = create("Runbook");
    content.labels().add(page.getId(), "runbook");
    assertThat(pages.getPage("DEMO", "Runbook").getLabels())
        .extracting(com.atlassian.confluence.labels.Label::getName)
        .containsExactly("runbook");
  }
}
