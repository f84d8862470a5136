package io.appofapps.confluence.docs.job;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.rows.DocFindingRow;
import io.appofapps.confluence.docs.rows.DocPageRow;
import io.appofapps.confluence.docs.rows.DocReviewRow;
import io.appofapps.confluence.docs.rows.DocRunRow;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.leader.LockSource;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/** Nodes on one database, with a wiki and a cluster in memory. */
final class Desk implements AutoCloseable {

  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  final FakeWiki wiki = new FakeWiki();
  final TestActiveObjects ao = TestActiveObjects.h2();
  final StateStore state = new StateStore();
  final ConfigurationReader reader =
      new ConfigurationReader() {
        @Override
        public Configuration current() {
          return configuration;
        }

        @Override
        public void onChange(Runnable listener) {}
      };
  final Reconciler here;
  private final Map<String, Lock> locks = new ConcurrentHashMap<>();
  private Configuration configuration = ReconcilerTest.configuration();

  Desk() {
    ao.migrate(DocPageRow.class, DocFindingRow.class, DocReviewRow.class, DocRunRow.class);
    state.configure(List.of("default"));
    state.connection("default", Phase.LIVE, "", Optional.of(NOW));
    here = node();
  }

  Reconciler node() {
    return new Reconciler(
        ao,
        state,
        reader,
        new LockSource() {
          @Override
          public Lock lock(String name) {
            return locks.computeIfAbsent(name, each -> new ReentrantLock());
          }

          @Override
          public boolean shared() {
            return true;
          }
        },
        wiki,
        Clock.fixed(NOW, ZoneOffset.UTC),
        () -> new Pace(() -> 0, nanos -> {}));
  }

  /** Whether some thread of some node holds a lock. */
  boolean locked() {
    return locks.values().stream().anyMatch(lock -> ((ReentrantLock) lock).isLocked());
  }

  void configure(DocumentationRules rules) {
    configuration = configuration.withDocumentation(rules);
  }

  void define(SetDefinition set) {
    configuration = configuration.withSets(List.of(set));
  }

  void application(String name, Map<String, String> annotations) {
    Apps app = Apps.app(name);
    annotations.forEach(app::annotation);
    put(app.build());
  }

  void deploy(String name, String image) {
    put(Apps.app(name).images(image).build());
  }

  void put(Application application) {
    state.apply(List.of(new Change.Upsert<>(ResourceKind.APPLICATION, application)));
  }

  Collection<Application> applications() {
    return state.current().applications().values();
  }

  /** Asks for a run and makes it. */
  void run() {
    here.ask(false, "");
    here.tick();
  }

  @Override
  public void close() {
    ao.close();
  }
}
