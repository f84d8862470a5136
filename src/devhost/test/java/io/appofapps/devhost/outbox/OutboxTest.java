package io.appofapps.devhost.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.confluence.mail.template.ConfluenceMailQueueItem;
import com.atlassian.core.task.Task;
import com.atlassian.mywork.model.NotificationBuilder;
import io.appofapps.devhost.db.Database;
import io.appofapps.devhost.testing.TestAccounts;
import io.appofapps.devhost.testing.TestSite;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OutboxTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final Database database = Database.open("jdbc:h2:mem:", "sa", "");
  private final Outbox outbox =
      new Outbox(database, new TestAccounts(), Clock.fixed(NOON, ZoneOffset.UTC));

  @AfterEach
  void close() {
    database.close();
  }

  private static final class Mail extends ConfluenceMailQueueItem implements Task {
    Mail() {
      super("ann@example.com", "Look", "at this", MIME_TYPE_TEXT);
    }

    @Override
    public void execute() throws Exception {
      send();
    }
  }

  @Test
  void mailsAndNoticesAreKept() {
    outbox.addTask("mail", new Mail());
    outbox.createOrUpdate(
        "admin",
        new NotificationBuilder()
            .title("Look")
            .description("at that")
            .url("https://wiki.example.com/x")
            .createNotification());
    assertThat(outbox.newest(10))
        .containsExactly(
            new Outbox.Entry(
                "2026-01-02T12:00:00Z",
                "workbox",
                "admin\nLook\n\nat that\n\nhttps://wiki.example.com/x"),
            new Outbox.Entry("2026-01-02T12:00:00Z", "mail", "ann@example.com\nLook\n\nat this"));
  }

  @Test
  void whatTheProductWouldNotTakeIsRefused() {
    assertThatThrownBy(() -> outbox.addTask("other", new Mail()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> outbox.addTask("mail", () -> {}))
        .isInstanceOf(ClassCastException.class);
    assertThatThrownBy(
            () -> outbox.createOrUpdate("nobody", new NotificationBuilder().createNotification()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theConsoleShowsThemToAdministratorsOnly() throws Exception {
    try (TestSite site = new TestSite()) {
      assertThat(site.get("admin", "/admin/outbox.action").body())
          .contains("&lt;b&gt;told")
          .doesNotContain("<b>told");
      assertThat(site.get("viewer", "/admin/outbox.action").statusCode()).isEqualTo(403);
    }
  }
}
