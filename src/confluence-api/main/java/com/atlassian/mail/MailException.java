package com.atlassian.mail;

/** Evidence: caught by public apps for Confluence 7 to 9. */
public class MailException extends Exception {
  private static final long serialVersionUID = 1L;
}
