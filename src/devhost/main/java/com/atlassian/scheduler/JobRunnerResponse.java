package com.atlassian.scheduler;

/** The host's implementation: how a run ended. */
public final class JobRunnerResponse {
  private final String outcome;
  private final String message;

  private JobRunnerResponse(String outcome, String message) {
    this.outcome = outcome;
    this.message = message;
  }

  public static JobRunnerResponse success(String message) {
    return new JobRunnerResponse("success", message);
  }

  public static JobRunnerResponse aborted(String message) {
    return new JobRunnerResponse("aborted", message);
  }

  public static JobRunnerResponse failed(String message) {
    return new JobRunnerResponse("failed", message);
  }

  public String getMessage() {
    return message;
  }

  @Override
  public String toString() {
    return message == null || message.isEmpty() ? outcome : outcome + ": " + message;
  }
}
