package com.atlassian.sal.api.lifecycle;

/**
 * Evidence: public apps compiled against Confluence 10.2.15 implement only onStart; called on
 * components exported as services.
 */
public interface LifecycleAware {
  void onStart();
}
