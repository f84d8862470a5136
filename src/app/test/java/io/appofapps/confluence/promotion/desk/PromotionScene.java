package io.appofapps.confluence.promotion.desk;

import static io.appofapps.confluence.application.Apps.app;

import io.appofapps.confluence.application.AccessPolicy;
import io.appofapps.confluence.application.AppProject;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.SyncWindow;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SetDefinition;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.git.KnownRepositories;
import io.appofapps.confluence.git.Pushes;
import io.appofapps.confluence.git.Reviews;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.approval.ApprovalRule;
import io.appofapps.confluence.promotion.drive.Agreement;
import io.appofapps.confluence.promotion.drive.Driver;
import io.appofapps.confluence.promotion.drive.Following;
import io.appofapps.confluence.promotion.drive.Made;
import io.appofapps.confluence.promotion.drive.Maker;
import io.appofapps.confluence.promotion.drive.Messages;
import io.appofapps.confluence.promotion.drive.ReviewWatch;
import io.appofapps.confluence.promotion.drive.Steps;
import io.appofapps.confluence.promotion.facts.FactReader;
import io.appofapps.confluence.promotion.facts.Participant;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.facts.Planning;
import io.appofapps.confluence.promotion.plan.FilesInMemory;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.rows.PromotionAttempts;
import io.appofapps.confluence.promotion.rows.PromotionChain;
import io.appofapps.confluence.promotion.rows.PromotionFreezes;
import io.appofapps.confluence.promotion.rows.PromotionLeases;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.PromotionTables;
import io.appofapps.confluence.promotion.rules.EnvironmentRule;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.state.ThisNode;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import io.appofapps.confluence.view.PreparedState;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.Scene;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;

/**
 * One service in staging and prod, declared by manifests in Git, with people who may do different
 * things; on one database, with as many nodes as a test wants.
 */
public final class PromotionScene implements AutoCloseable {

  public static final Instant START = Instant.parse("2026-06-10T12:00:00Z");
  public static final Route ROUTE = new Route("shop", "checkout", "staging", "prod");
  public static final ApplicationKey PROD = Apps.key("checkout-prod");

  private static final String POLICY =
      """
      g, developers, role:developer
      p, role:developer, applications, get, */*, allow
      p, role:developer, applications, sync, */checkout-staging, allow
      g, leads, role:lead
      p, role:lead, applications, *, */*, allow
      g, viewers, role:readonly
      """;

  public final TestActiveObjects ao = TestActiveObjects.h2();
  public final StateStore store = new StateStore();
  public final TestConfiguration configuration = new TestConfiguration();
  public final FilesInMemory files = new FilesInMemory();
  public final Map<String, Participant> participants = new ConcurrentHashMap<>();
  public final List<String> heard = new CopyOnWriteArrayList<>();
  public volatile Instant now = START;
  public volatile boolean auditFails;
  private volatile List<RepositorySettings> repositories = List.of();
  private volatile String address = FilesInMemory.ADDRESS;
  private volatile List<SyncWindow> windows = List.of();

  public PromotionScene() {
    PromotionTables.create(ao);
    person("dora", "developers");
    person("lee", "leads");
    person("lou", "leads");
    person("vera", "viewers");
    person("ada", "confluence-administrators");
    store.configure(List.of("default"));
    store.connection("default", ConnectionState.Phase.LIVE, "", Optional.of(START));
    policy(POLICY);
    windows();
    manifest("staging", "v1.5.0");
    manifest("prod", "v1.4.2");
    cluster("v1.5.0", "v1.4.2");
    rules(rule(1, true));
  }

  /** From now on the manifests are in that repository. */
  public void in(RepositorySettings repository) {
    address = repository.url();
    repositories = List.of(repository);
    rules(rule(1, true));
    cluster("v1.5.0", "v1.4.2");
  }

  public static ApprovalRule rule(int approvals, boolean fourEyes) {
    return new ApprovalRule(approvals, List.of(), List.of(), fourEyes, Duration.ofDays(3), false);
  }

  public void rules(ApprovalRule rule) {
    rules(rule, true, List.of());
  }

  public void rules(ApprovalRule rule, boolean enabled, List<String> freezers) {
    SetDefinition shop =
        new SetDefinition(
            "shop",
            "Shop",
            "default",
            "argocd",
            "root",
            SetDefinition.Viewers.PROJECT_ROLE,
            List.of());
    configuration.set(
        Configuration.EMPTY
            .withSets(List.of(shop))
            .withRepositories(repositories)
            .withPromotion(
                new PromotionRules(
                    enabled,
                    List.of(new EnvironmentRule("prod", rule, Duration.ZERO)),
                    freezers,
                    true,
                    0,
                    true,
                    Optional.empty())));
  }

  public void policy(String csv) {
    store.replace(
        ResourceKind.ACCESS_POLICY,
        Scope.all("default"),
        List.of(
            new AccessPolicy(
                new ApplicationKey("default", "argocd", AccessPolicy.CONFIG_MAP),
                csv,
                "",
                "",
                "")));
  }

  public void windows(SyncWindow... all) {
    windows = List.of(all);
    store.replace(
        ResourceKind.APP_PROJECT,
        Scope.all("default"),
        List.of(
            new AppProject(
                new ApplicationKey("default", "argocd", "default"),
                "",
                Map.of(),
                List.of(),
                Optional.of(windows))));
  }

  /** What the manifests in Git say. */
  public void manifest(String environment, String revision) {
    files.with("apps/checkout-" + environment + ".yaml", text(environment, revision));
  }

  public String text(String environment, String revision) {
    return """
    apiVersion: argoproj.io/v1alpha1
    kind: Application
    metadata:
      name: checkout-%s
      namespace: argocd
    spec:
      source:
        repoURL: %s
        path: svc/plain
        targetRevision: %s
    """
        .formatted(environment, address, revision);
  }

  /** What runs in the cluster. */
  public void cluster(String staging, String prod) {
    cluster(child("staging", staging), child("prod", prod));
  }

  public void cluster(Apps... children) {
    List<Apps> all = new ArrayList<>(List.of(root()));
    all.addAll(Arrays.asList(children));
    store.replace(
        ResourceKind.APPLICATION,
        Scope.all("default"),
        all.stream().map(each -> each.from(address).build()).toList());
  }

  public static Apps root() {
    return app("root")
        .source("apps", "", "main")
        .revisions("1".repeat(40))
        .lists("checkout-staging", "checkout-prod");
  }

  public static Apps child(String environment, String revision) {
    return app("checkout-" + environment)
        .trackedBy("root")
        .label("env", environment)
        .label("app", "checkout")
        .source("svc/plain", "", revision);
  }

  public void person(String key, String... groups) {
    participants.put(
        key,
        new Participant(key, name(key), key + "@example.com", Set.of(groups), groups.length > 0));
  }

  private static String name(String key) {
    return key.substring(0, 1).toUpperCase(Locale.ROOT) + key.substring(1);
  }

  public Actor actor(String key) {
    return Actor.of(viewer(key), new Place.Api());
  }

  private Viewer viewer(String key) {
    return new Viewer() {
      @Override
      public String key() {
        return key;
      }

      @Override
      public Reader reader() {
        return Scene.READER;
      }

      @Override
      public Set<String> groups() {
        return participants.get(key).groups();
      }

      @Override
      public boolean seesSpace(String space) {
        return true;
      }

      @Override
      public boolean sees(Object content) {
        return true;
      }

      @Override
      public boolean edits(Object content) {
        return true;
      }
    };
  }

  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return this;
      }

      @Override
      public Instant instant() {
        return now;
      }
    };
  }

  /** The parts of one node. */
  public final class Node {

    public final String name;
    public final PromotionLedger ledger = new PromotionLedger(ao, PromotionScene.this::tell);
    public final PromotionChain chain = new PromotionChain(ao, PromotionScene.this::tell);
    public final PromotionFreezes freezes = new PromotionFreezes(ao, PromotionScene.this::tell);
    public final PromotionLeases leases = new PromotionLeases(ao);
    public final PromotionAttempts attempts = new PromotionAttempts(ao);
    public final FactReader facts;
    public final Planning planning;
    public final Recorder recorder;
    public final PromotionDesk desk;
    public final ThisNode self;
    public final Steps steps;
    public final Driver driver;

    Node(String name, RepositoryFiles files, Pushes pushes, Optional<Reviews> reviews) {
      this.name = name;
      self =
          new ThisNode() {
            @Override
            public String node() {
              return name;
            }

            @Override
            public String start() {
              return "1";
            }
          };
      PreparedState shown = new PreparedState(store, configuration);
      facts = new FactReader(store, shown, configuration, ledger, freezes, clock());
      planning = new Planning(files);
      AtomicReference<PromotionListener> woken = new AtomicReference<>((after, event, who) -> {});
      Announcer announcer =
          new Announcer(
              provider(
                  (after, event, who) -> {
                    hear(after, event, who);
                    woken.get().happened(after, event, who);
                  }));
      recorder =
          new Recorder(ledger, announcer, (key, arguments) -> key + Arrays.toString(arguments));
      Participants people = key -> Optional.ofNullable(participants.get(key));
      Withdrawal withdrawal =
          new Withdrawal(leases, attempts, ledger, pushes, provider(reviews), self);
      Made made = new Made(ledger, attempts, recorder);
      Agreement agreement = new Agreement(people, recorder);
      Messages messages = new Messages(people, () -> "https://wiki.example.com");
      Maker maker =
          new Maker(
              planning, pushes, provider(reviews), attempts, recorder, agreement, messages, made);
      KnownRepositories known = new KnownRepositories(configuration);
      steps =
          new Steps(
              ledger,
              leases,
              attempts,
              facts,
              agreement,
              maker,
              new ReviewWatch(provider(reviews), attempts, recorder, made),
              new Following(Commits.UNKNOWN, known, recorder, made));
      driver = new Driver(steps, facts, self);
      desk =
          new GuardedDesk(
              configuration,
              facts,
              new Sight(() -> Optional.empty(), configuration),
              people,
              new Asking(planning, Commits.UNKNOWN, people, recorder),
              new Deciding(planning, people, recorder, withdrawal),
              new Browsing(ledger, people),
              new Freezing(freezes, people, recorder));
    }

    /** As a round of the background work would take it. */
    public Promotion step(String id) {
      steps.step(id, name + "/drive");
      return read(id);
    }

    /** Asks for the version of staging in prod. */
    public Case request(String person, String key) throws DeskException {
      return desk.request(actor(person), ROUTE, wish(person, key));
    }

    public Wish wish(String person, String key) throws DeskException {
      String digest = desk.plan(actor(person), ROUTE).plan().digest();
      return new Wish(digest, "because", key, OptionalLong.of(4711));
    }

    public Case approve(String person, Case asked) throws DeskException {
      return desk.approve(actor(person), asked.promotion().id(), word(asked));
    }

    public Word word(Case asked) {
      return new Word(asked.promotion().request().digest(), "fine", false);
    }

    public Promotion read(String id) {
      return ledger.find(id).orElseThrow().promotion();
    }

    /** Events and outcomes in the log, oldest first. */
    public List<String> log() {
      return ledger.log(LogFilter.ALL, 0, 500).rows().stream()
          .map(LogRow::entry)
          .map(entry -> entry.event() + " " + entry.outcome() + " " + entry.who().key())
          .map(String::strip)
          .toList();
    }
  }

  public Node node(String name) {
    return node(name, files, new NoPushes(), Optional.empty());
  }

  public Node node(String name, RepositoryFiles of, Pushes pushes, Optional<Reviews> reviews) {
    return new Node(name, of, pushes, reviews);
  }

  private void hear(Promotion after, String event, Person who) {
    heard.add(event + " " + after.state().word());
  }

  private void tell(LogRow row) {
    if (auditFails) {
      throw new IllegalStateException("the audit log is away");
    }
  }

  public static <T> ObjectProvider<T> provider(T bean) {
    return provider(Optional.of(bean));
  }

  public static <T> ObjectProvider<T> provider(Optional<T> bean) {
    return new ObjectProvider<>() {
      @Override
      public T getIfAvailable() {
        return bean.orElse(null);
      }

      @Override
      public Stream<T> orderedStream() {
        return bean.stream();
      }
    };
  }

  /** Nothing is pushed in tests of the desk. */
  private static final class NoPushes implements Pushes {
    @Override
    public Outcome push(Change change) {
      throw new AssertionError("The desk pushes nothing");
    }

    @Override
    public Optional<String> find(RepositoryFiles.Commit base, String id) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    ao.close();
  }
}
