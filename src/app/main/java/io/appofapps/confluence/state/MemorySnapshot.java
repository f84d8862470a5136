package io.appofapps.confluence.state;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import java.util.Map;
import java.util.function.Function;

/** A snapshot of what {@link StateStore} holds. */
record MemorySnapshot(
    long revision, Content content, Map<String, ConnectionState> connections, Derived memo)
    implements Snapshot {

  @Override
  public Map<ApplicationKey, Application> applications() {
    return content.of(ResourceKind.APPLICATION);
  }

  @Override
  public Map<ApplicationKey, ApplicationSet> applicationSets() {
    return content.of(ResourceKind.APPLICATION_SET);
  }

  @Override
  public Map<ApplicationKey, AppProject> projects() {
    return content.of(ResourceKind.APP_PROJECT);
  }

  @Override
  public Map<ApplicationKey, AccessPolicy> accessPolicies() {
    return content.of(ResourceKind.ACCESS_POLICY);
  }

  @Override
  public <T> T derived(Class<T> key, Function<Snapshot, T> compute) {
    return memo.get(key, this, compute);
  }
}
