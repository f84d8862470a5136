package com.atlassian.confluence.mail.template;

import com.atlassian.mail.MailException;

/** The host's implementation; its text is what the outbox shows. */
public class ConfluenceMailQueueItem {
  public static final String MIME_TYPE_TEXT = "text/plain";

  private final String text;
  private boolean sent;

  public ConfluenceMailQueueItem(String toAddress, String subject, String body, String mimeType) {
    this.text = toAddress + "\n" + subject + "\n\n" + body;
  }

  public void send() throws MailException {
    if (sent) {
      throw new MailException();
    }
    sent = true;
  }

  /** The text of a mail that was sent; empty before. */
  @Override
  public String toString() {
    return sent ? text : "";
  }
}
