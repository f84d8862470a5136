package io.appofapps.confluence.confluence;

import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.ChangedValue;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.record.Subject;
import java.util.ArrayList;
import java.util.List;
import org.osgi.framework.BundleContext;

/** A row of the promotion log in the words of Confluence's audit log. */
final class PromotionReport {

  private static final String OBJECT_TYPE = "App of Apps promotion";

  private PromotionReport() {}

  /**
   * Tells the audit log of it.
   *
   * @throws IllegalStateException when there is none
   * @throws LinkageError when this Confluence does not know its types
   */
  static void send(BundleContext context, LogRow row) {
    AuditReport.send(context, event(row));
  }

  private static AuditEvent event(LogRow row) {
    Entry entry = row.entry();
    Subject subject = entry.subject();
    AuditType type =
        AuditType.fromI18nKeys(
                CoverageArea.ECOSYSTEM,
                CoverageLevel.BASE,
                "aoa.audit.category",
                "aoa.audit.promotion." + entry.event())
            .build();
    String name = subject.service() + ": " + subject.from() + " > " + subject.to();
    AuditResource object = AuditResource.builder(name, OBJECT_TYPE).id(entry.promotion()).build();
    List<ChangedValue> changes = new ArrayList<>();
    for (Move move : subject.moves()) {
      changes.add(change("aoa.audit.promotion.version", move.before(), move.after()));
    }
    changes.add(change("aoa.audit.promotion.outcome", "", entry.outcome()));
    said(changes, "aoa.audit.promotion.person", entry.who().name());
    said(changes, "aoa.audit.promotion.agent", entry.who().agent());
    said(changes, "aoa.audit.promotion.reason", entry.reason());
    said(changes, "aoa.audit.promotion.cause", entry.cause());
    for (Commit commit : entry.commits()) {
      changes.add(
          change("aoa.audit.promotion.commit-id", "", commit.repository() + "@" + commit.id()));
    }
    changes.add(change("aoa.audit.promotion.row", "", Long.toString(row.recorded().sequence())));
    return AuditEvent.builder(type).affectedObject(object).changedValues(changes).build();
  }

  private static void said(List<ChangedValue> changes, String key, String text) {
    if (!text.isEmpty()) {
      changes.add(change(key, "", text));
    }
  }

  private static ChangedValue change(String key, String from, String to) {
    return ChangedValue.fromI18nKeys(key).from(from).to(to).build();
  }
}
