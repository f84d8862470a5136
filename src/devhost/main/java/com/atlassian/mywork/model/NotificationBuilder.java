package com.atlassian.mywork.model;

import java.util.LinkedHashMap;
import java.util.Map;

/** The host's implementation. */
public class NotificationBuilder {
  private final Map<String, String> given = new LinkedHashMap<>();

  public NotificationBuilder() {}

  public NotificationBuilder application(String application) {
    return put("application", application);
  }

  public NotificationBuilder entity(String entity) {
    return put("entity", entity);
  }

  public NotificationBuilder action(String action) {
    return put("action", action);
  }

  public NotificationBuilder groupingId(String groupingId) {
    return put("groupingId", groupingId);
  }

  public NotificationBuilder globalId(String globalId) {
    return put("globalId", globalId);
  }

  public NotificationBuilder title(String title) {
    return put("title", title);
  }

  public NotificationBuilder itemTitle(String itemTitle) {
    return put("itemTitle", itemTitle);
  }

  public NotificationBuilder itemUrl(String itemUrl) {
    return put("itemUrl", itemUrl);
  }

  public NotificationBuilder description(String description) {
    return put("description", description);
  }

  public NotificationBuilder url(String url) {
    return put("url", url);
  }

  public Notification createNotification() {
    return new Notification(
        given.getOrDefault("title", "")
            + "\n\n"
            + given.getOrDefault("description", "")
            + "\n\n"
            + given.getOrDefault("url", ""));
  }

  private NotificationBuilder put(String name, String value) {
    given.put(name, value);
    return this;
  }
}
