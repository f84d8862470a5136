package io.appofapps.devhost.osgi.sample;

import com.atlassian.sal.api.lifecycle.LifecycleAware;
import com.atlassian.sal.api.message.LocaleResolver;
import jakarta.inject.Inject;

/** Calls a service of the host when it starts. */
public class Greeter implements LifecycleAware {

  private final LocaleResolver host;

  @Inject
  public Greeter(LocaleResolver host) {
    this.host = host;
  }

  @Override
  public void onStart() {
    host.getLocale();
  }
}
