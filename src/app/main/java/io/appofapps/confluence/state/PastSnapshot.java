package io.appofapps.confluence.state;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of the state as it was at a moment that somebody kept. Who may see it is decided by the
 * present, so it has no access policies of its own.
 */
public final class PastSnapshot implements Snapshot {

  private final Snapshot present;
  private final Taken taken;
  private final Content content;
  private final Map<String, ConnectionState> connections;
  private final Derived memo = new Derived();

  /**
   * @param present what decides who may see it
   * @param resources all there was, as upserts
   * @param connection how the connection stood then
   */
  public PastSnapshot(
      Snapshot present, Taken taken, Collection<Change<?>> resources, ConnectionState connection) {
    this.present = present;
    this.taken = taken;
    this.content = Content.EMPTY.with(resources);
    this.connections = Map.of(connection.connection(), connection);
  }

  /** That of the present it was last compared with. */
  @Override
  public long revision() {
    return present.revision();
  }

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
    return Map.of();
  }

  @Override
  public Map<String, ConnectionState> connections() {
    return connections;
  }

  @Override
  public <T> T derived(Class<T> key, Function<Snapshot, T> compute) {
    return memo.get(key, this, compute);
  }

  @Override
  public Snapshot present() {
    return present;
  }

  @Override
  public Optional<Taken> taken() {
    return Optional.of(taken);
  }
}
