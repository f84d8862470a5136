package io.appofapps.confluence.confluence;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.promotion.record.AuditSink;
import io.appofapps.confluence.promotion.record.LogRow;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells Confluence's audit log of each row of the promotion log. Looked up at each use, as {@link
 * AuditLog} does and for the same reason.
 */
@Named
public class PromotionAudit implements AuditSink {

  private static final Logger LOG = LoggerFactory.getLogger(PromotionAudit.class);

  private final ConfigurationReader configuration;

  @Inject
  public PromotionAudit(ConfigurationReader configuration) {
    this.configuration = configuration;
  }

  /**
   * @throws IllegalStateException when the administrator wants nothing promoted that the audit log
   *     does not take, and it does not take this
   */
  @Override
  public void record(LogRow row) {
    LOG.info(
        "promotion {} {} {} by {}, row {}",
        row.entry().promotion(),
        row.entry().event(),
        row.entry().outcome(),
        row.entry().who().key(),
        row.recorded().sequence());
    Bundle bundle = FrameworkUtil.getBundle(PromotionAudit.class);
    if (bundle == null) {
      return;
    }
    try {
      PromotionReport.send(bundle.getBundleContext(), row);
    } catch (LinkageError | RuntimeException e) {
      LOG.warn("A promotion could not be told to Confluence's audit log", e);
      if (configuration.current().promotion().auditRequired()) {
        throw new IllegalStateException("Confluence's audit log does not take it", e);
      }
    }
  }
}
