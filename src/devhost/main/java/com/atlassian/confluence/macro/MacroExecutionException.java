package com.atlassian.confluence.macro;

/** What a macro throws to show its message in the box that stands for it. */
public class MacroExecutionException extends Exception {
  private static final long serialVersionUID = 1L;

  public MacroExecutionException(String message) {
    super(message);
  }

  public MacroExecutionException(String message, Throwable cause) {
    super(message, cause);
  }
}
