package io.appofapps.confluence.support;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.capture.rows.CapturePartRow;
import io.appofapps.confluence.capture.rows.CaptureRow;
import io.appofapps.confluence.configuration.rows.FileRow;
import io.appofapps.confluence.configuration.rows.VersionRow;
import io.appofapps.confluence.docs.rows.DocFindingRow;
import io.appofapps.confluence.docs.rows.DocPageRow;
import io.appofapps.confluence.docs.rows.DocReviewRow;
import io.appofapps.confluence.docs.rows.DocRunRow;
import io.appofapps.confluence.promotion.rows.PromotionAttemptRow;
import io.appofapps.confluence.promotion.rows.PromotionFreezeRow;
import io.appofapps.confluence.promotion.rows.PromotionLeaseRow;
import io.appofapps.confluence.promotion.rows.PromotionLogRow;
import io.appofapps.confluence.promotion.rows.PromotionMarkRow;
import io.appofapps.confluence.promotion.rows.PromotionRow;
import io.appofapps.confluence.secret.SecretRow;
import io.appofapps.confluence.state.rows.ConnectionRow;
import io.appofapps.confluence.state.rows.NodeRow;
import io.appofapps.confluence.state.rows.ResourceRow;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import net.java.ao.RawEntity;

/** How full the app's tables are. */
@Named
public class RowCounts {

  private static final List<Class<? extends RawEntity<String>>> NAMED =
      List.of(
          ResourceRow.class,
          ConnectionRow.class,
          NodeRow.class,
          SecretRow.class,
          FileRow.class,
          DocFindingRow.class,
          CaptureRow.class,
          CapturePartRow.class,
          PromotionRow.class,
          PromotionMarkRow.class,
          PromotionLeaseRow.class,
          PromotionFreezeRow.class,
          PromotionAttemptRow.class);

  private static final List<Class<? extends RawEntity<Long>>> NUMBERED =
      List.of(
          VersionRow.class,
          DocPageRow.class,
          DocReviewRow.class,
          DocRunRow.class,
          PromotionLogRow.class);

  private final ActiveObjects ao;

  @Inject
  public RowCounts(@ComponentImport ActiveObjects ao) {
    this.ao = ao;
  }

  /**
   * Rows by table, as the database names it without the prefix that the host gives it.
   *
   * @throws RuntimeException when the database does not answer
   */
  public Map<String, Integer> now() {
    return ao.executeInTransaction(
        () -> {
          Map<String, Integer> counts = new TreeMap<>();
          NAMED.forEach(type -> counts.put(table(type), ao.count(type)));
          NUMBERED.forEach(type -> counts.put(table(type), ao.count(type)));
          return counts;
        });
  }

  private static String table(Class<?> type) {
    return type.getSimpleName().replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
  }
}
