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
 * E-mails by Confluence's own queue. Looked up at each use, as {@link AuditLog} does and for the
 * same reason; no type of the queue stands in this class.
 */
@Named
public class ConfluenceMail implements Messenger {

  private static final Logger LOG = LoggerFactory.getLogger(ConfluenceMail.class);

  private final UserAccessor accounts;

  @Inject
  public ConfluenceMail(@ComponentImport UserAccessor accounts) {
    this.accounts = accounts;
  }

  @Override
  public void send(Message message) {
    ConfluenceUser user = accounts.getExistingUserByKey(new UserKey(message.recipient()));
    Bundle bundle = FrameworkUtil.getBundle(ConfluenceMail.class);
    if (user == null || bundle == null) {
      return;
    }
    String address = user.getEmail();
    if (address == null || address.isBlank()) {
      LOG.debug("{} has no e-mail address", message.recipient());
      return;
    }
    try {
      MailReport.send(bundle.getBundleContext(), address.strip(), message);
    } catch (LinkageError e) {
      throw new IllegalStateException("This Confluence has another mail queue", e);
    }
  }
}
