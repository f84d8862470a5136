package io.appofapps.confluence.state;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.ApplicationSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The known state of all clusters at one moment. Immutable; take it once and work on it. */
public interface Snapshot {

  /**
   * Number of the state, growing with every visible change; starts again from the time of day in
   * milliseconds after a restart, so that it never goes back.
   */
  long revision();

  Map<ApplicationKey, Application> applications();

  Map<ApplicationKey, ApplicationSet> applicationSets();

  Map<ApplicationKey, AppProject> projects();

  /** Argo CD's access policies, as far as they are needed and known. */
  Map<ApplicationKey, AccessPolicy> accessPolicies();

  /** Connections by key, in the order of the configuration. */
  Map<String, ConnectionState> connections();

  /**
   * A value computed from this snapshot, once: later calls with the same key give the same object
   * as long as the content (not the connection states) is the same.
   */
  <T> T derived(Class<T> key, Function<Snapshot, T> compute);

  /** The state that decides who may see this one: itself, unless this is of the past. */
  default Snapshot present() {
    return this;
  }

  /** How it came to be kept; empty for the state of now. */
  default Optional<Taken> taken() {
    return Optional.empty();
  }
}
