package io.appofapps.devhost.osgi.sample;

import com.atlassian.sal.api.lifecycle.LifecycleAware;

/** Cannot start. */
public class FailingStart implements LifecycleAware {

  @Override
  public void onStart() {
    throw new IllegalStateException("cannot start");
  }
}
