package com.atlassian.confluence.mail.template;

import com.atlassian.mail.MailException;

/**
 * Evidence: made and sent by public apps for Confluence 7 to 9; unverified on 10. Whether an item
 * is a task itself differs by version, so it is not said here.
 */
public class ConfluenceMailQueueItem {
  public static final String MIME_TYPE_TEXT = "text/plain";

  public ConfluenceMailQueueItem(String toAddress, String subject, String body, String mimeType) {
    throw new AssertionError("declaration only");
  }

  public void send() throws MailException {
    throw new AssertionError("declaration only");
  }
}
