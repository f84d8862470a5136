package io.appofapps.confluence.confluence;

import com.atlassian.mywork.model.NotificationBuilder;
import com.atlassian.mywork.service.LocalNotificationService;
import io.appofapps.confluence.promotion.notice.Message;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A message as a notification of Confluence's workbox. */
final class WorkboxReport {

  private static final String APPLICATION = "io.appofapps.confluence";

  private WorkboxReport() {}

  /**
   * Puts it into the person's workbox.
   *
   * @param name the person's log-in name
   * @return false when there is no workbox
   * @throws LinkageError when this Confluence does not know its types
   */
  static boolean send(BundleContext context, String name, Message message) {
    ServiceReference<LocalNotificationService> reference =
        context.getServiceReference(LocalNotificationService.class);
    LocalNotificationService workbox = reference == null ? null : context.getService(reference);
    if (workbox == null) {
      return false;
    }
    try {
      workbox.createOrUpdate(
          name,
          new NotificationBuilder()
              .application(APPLICATION)
              .entity("promotion")
              .action("tell")
              .groupingId(message.about())
              .globalId(message.about() + "-" + Integer.toHexString(message.hashCode()))
              .title(message.subject())
              .itemTitle(message.subject())
              .description(message.text())
              .url(message.address())
              .itemUrl(message.address())
              .createNotification());
      return true;
    } finally {
      context.ungetService(reference);
    }
  }
}
