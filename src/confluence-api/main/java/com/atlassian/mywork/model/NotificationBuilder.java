package com.atlassian.mywork.model;

/** Evidence: public apps for Confluence 5 to 8; unverified on 10. */
public class NotificationBuilder {
  public NotificationBuilder() {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder application(String application) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder entity(String entity) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder action(String action) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder groupingId(String groupingId) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder globalId(String globalId) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder title(String title) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder itemTitle(String itemTitle) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder itemUrl(String itemUrl) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder description(String description) {
    throw new AssertionError("declaration only");
  }

  public NotificationBuilder url(String url) {
    throw new AssertionError("declaration only");
  }

  public Notification createNotification() {
    throw new AssertionError("declaration only");
  }
}
