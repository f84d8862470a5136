package com.atlassian.mywork.model;

/** Evidence: public apps for Confluence 5 to 8; unverified on 10. */
public class Notification {
  Notification() {
    throw new AssertionError("declaration only");
  }
}
