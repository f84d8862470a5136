package io.appofapps.devhost.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.ChangedValue;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import io.appofapps.devhost.db.Database;
import io.appofapps.devhost.testing.TestAccounts;
import io.appofapps.devhost.testing.TestSite;
import io.appofapps.devhost.user.CurrentUser;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuditLogTest {

  private static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

  private final Database database = Database.open("jdbc:h2:mem:", "sa", "");
  private final AuditLog log = new AuditLog(database, Clock.fixed(NOON, ZoneOffset.UTC));

  @AfterEach
  void close() {
    CurrentUser.set(null);
    database.close();
  }

  private static AuditEvent event(String action) {
    AuditType type =
        AuditType.fromI18nKeys(CoverageArea.ECOSYSTEM, CoverageLevel.BASE, "category", action)
            .build();
    return AuditEvent.builder(type)
        .affectedObject(AuditResource.builder("Production", "connection").id("prod").build())
        .changedValues(
            List.of(ChangedValue.fromI18nKeys("server").from("https://a").to("https://b").build()))
        .build();
  }

  @Test
  void keepsWhenWhoAndWhat() {
    CurrentUser.set(new TestAccounts().get("admin"));
    log.audit(event("changed"));
    assertThat(log.newest(10))
        .containsExactly(
            new AuditLog.Entry(
                "2026-01-02T12:00:00Z",
                "admin",
                "ECOSYSTEM BASE category changed; connection Production (prod);"
                    + " server: https://a -> https://b"));
  }

  @Test
  void theNewestComeFirst() {
    log.audit(event("first"));
    log.audit(event("second"));
    log.audit(event("x".repeat(5000)));
    assertThat(log.newest(2)).extracting(entry -> entry.what().length()).startsWith(4000);
    assertThat(log.newest(3).get(1).what()).contains("second");
    assertThat(log.newest(3).get(2).who()).isEmpty();
  }

  @Test
  void theConsoleShowsEventsToAdministratorsOnly() throws Exception {
    try (TestSite site = new TestSite()) {
      assertThat(site.get("admin", "/admin/auditlog.action").body())
          .contains("ann")
          .contains("&lt;b&gt;done")
          .doesNotContain("<b>done");
      assertThat(site.get("viewer", "/admin/auditlog.action").statusCode()).isEqualTo(403);
    }
  }
}
