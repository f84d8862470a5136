package com.atlassian.mywork.model;

/** The host's implementation; its text is what the outbox shows. */
public class Notification {
  private final String text;

  Notification(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
