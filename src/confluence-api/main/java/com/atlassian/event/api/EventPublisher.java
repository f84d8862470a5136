package com.atlassian.event.api;

/** Evidence: implemented by public libraries; publish and register are called by apps on 10.2. */
public interface EventPublisher {
  void publish(Object event);

  void register(Object listener);

  void unregister(Object listener);

  void unregisterAll();
}
