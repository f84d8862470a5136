package io.appofapps.confluence.confluence;

import io.appofapps.confluence.administration.AuditTrail;
import io.appofapps.confluence.administration.Deed;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Confluence's audit log. Looked up at each use and not imported as a service, because nobody could
 * prove that every Confluence 10 publishes it and the app must start without. No type of it stands
 * in this class, which is looked through when the app starts.
 */
@Named
public class AuditLog implements AuditTrail {

  private static final Logger LOG = LoggerFactory.getLogger(AuditLog.class);

  @Inject
  public AuditLog() {}

  @Override
  public void record(Deed deed) {
    LOG.info(
        "{} {}: {} (version {} to {})",
        deed.kind().word(),
        deed.object(),
        deed.fields(),
        deed.from(),
        deed.to());
    Bundle bundle = FrameworkUtil.getBundle(AuditLog.class);
    if (bundle == null) {
      return;
    }
    try {
      AuditReport.send(bundle.getBundleContext(), deed);
    } catch (LinkageError | RuntimeException e) {
      LOG.warn("A change could not be told to Confluence's audit log", e);
    }
  }
}
