package com.atlassian.confluence.macro;

/**
 * Evidence: checked exception in the Javadoc of Confluence 9.3.2; constructors unverified on 10.
 */
public class MacroExecutionException extends Exception {
  public MacroExecutionException(String message) {
    super(message);
  }

  public MacroExecutionException(String message, Throwable cause) {
    super(message, cause);
  }
}
