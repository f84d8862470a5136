package com.atlassian.scheduler;

/** Evidence: public apps for Confluence 8. */
public final class JobRunnerResponse {
  private JobRunnerResponse() {}

  public static JobRunnerResponse success(String message) {
    throw new AssertionError("declaration only");
  }

  public static JobRunnerResponse aborted(String message) {
    throw new AssertionError("declaration only");
  }

  public static JobRunnerResponse failed(String message) {
    throw new AssertionError("declaration only");
  }

  public String getMessage() {
    throw new AssertionError("declaration only");
  }
}
