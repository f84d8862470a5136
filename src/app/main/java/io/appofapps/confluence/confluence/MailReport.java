package io.appofapps.confluence.confluence;

import com.atlassian.confluence.mail.template.ConfluenceMailQueueItem;
import com.atlassian.core.task.MultiQueueTaskManager;
import com.atlassian.core.task.Task;
import io.appofapps.confluence.promotion.notice.Message;
import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

/** A message as an item of Confluence's mail queue. */
final class MailReport {

  private static final String QUEUE = "mail";

  private MailReport() {}

  /**
   * Puts it into the queue, which sends it and tries again.
   *
   * @throws IllegalStateException when there is no queue
   * @throws LinkageError when this Confluence does not know its types
   */
  static void send(BundleContext context, String address, Message message) {
    ServiceReference<MultiQueueTaskManager> reference =
        context.getServiceReference(MultiQueueTaskManager.class);
    MultiQueueTaskManager queues = reference == null ? null : context.getService(reference);
    if (queues == null) {
      throw new IllegalStateException("This Confluence offers apps no mail queue");
    }
    try {
      queues.addTask(QUEUE, new Item(address, message));
    } finally {
      context.ungetService(reference);
    }
  }

  /**
   * The queue runs tasks and shows mails. Confluence's own items are the latter and, by version,
   * not always the former.
   */
  private static final class Item extends ConfluenceMailQueueItem implements Task {

    Item(String address, Message message) {
      super(
          address,
          message.subject(),
          message.text() + "\n\n" + message.address() + "\n",
          MIME_TYPE_TEXT);
    }

    @Override
    public void execute() throws Exception {
      send();
    }
  }
}
