package io.appofapps.confluence.confluence;

import com.atlassian.confluence.user.ConfluenceUser;
import com.atlassian.confluence.user.UserAccessor;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.user.UserKey;
import io.appofapps.confluence.promotion.notice.Message;
import io.appofapps.confluence.promotion.notice.Messenger;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices in Confluence's workbox, which administrators can switch off: then there is nothing to
 * tell by. Looked up at each use, as {@link AuditLog} does and for the same reason.
 */
@Named
public class ConfluenceWorkbox implements Messenger {

  private static final Logger LOG = LoggerFactory.getLogger(ConfluenceWorkbox.class);

  private final UserAccessor accounts;

  @Inject
  public ConfluenceWorkbox(@ComponentImport UserAccessor accounts) {
    this.accounts = accounts;
  }

  @Override
  public void send(Message message) {
    ConfluenceUser user = accounts.getExistingUserByKey(new UserKey(message.recipient()));
    Bundle bundle = FrameworkUtil.getBundle(ConfluenceWorkbox.class);
    if (user == null || bundle == null) {
      return;
    }
    try {
      if (!WorkboxReport.send(bundle.getBundleContext(), user.getName(), message)) {
        LOG.debug("This Confluence has no workbox");
      }
    } catch (LinkageError e) {
      LOG.debug("This Confluence has another workbox", e);
    }
  }
}
