package com.atlassian.core.task;

/**
 * Evidence: imported as a service and called with the queue {@code mail} by public apps for
 * Confluence 7 to 9; unverified on 10.
 */
public interface MultiQueueTaskManager {
  void addTask(String queueName, Task task);
}
