package com.atlassian.core.task;

/** Evidence: implemented and queued by public apps for Confluence 7 to 9. */
public interface Task {
  void execute() throws Exception;
}
