package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SignIn;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ConnectionState.Phase;
import io.appofapps.kubernetes.Await;
import io.appofapps.kubernetes.Fault;
import io.appofapps.kubernetes.FaultProxy;
import io.appofapps.kubernetes.RealKubernetes;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.client.Config;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import io.fabric8.kubernetes.client.dsl.base.ResourceDefinitionContext;
import io.fabric8.kubernetes.client.jdkhttp.JdkHttpClientFactory;
import io.fabric8.kubernetes.client.utils.Serialization;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What a watcher makes of all that can go wrong between it and a real kube-apiserver. The tests'
 * names begin with the row of the fault list they are for.
 */
@EnabledIfEnvironmentVariable(named = "KUBEBUILDER_ASSETS", matches = ".+")
class WatchFaultsTest {

  private static final ResourceDefinitionContext CRDS =
      new ResourceDefinitionContext.Builder()
          .withGroup("apiextensions.k8s.io")
          .withVersion("v1")
          .withKind("CustomResourceDefinition")
          .withPlural("customresourcedefinitions")
          .withNamespaced(false)
          .build();

  private static final Predicate<String> APPLICATIONS = line -> line.contains("/applications?");
  private static final Predicate<String> WATCHES =
      APPLICATIONS.and(line -> line.contains("watch=true"));
  private static final Predicate<String> PROBES =
      APPLICATIONS.and(line -> line.matches(".*[?&]limit=1[& ].*"));
  private static final Predicate<String> LISTS =
      APPLICATIONS.and(WATCHES.negate()).and(PROBES.negate());

  private static final Duration NOTICED = Duration.ofSeconds(20);

  @TempDir static Path serverFolder;

  private static RealKubernetes server;
  private static KubernetesClient admin;
  private static int applications;

  private final SetClock clock = new SetClock();
  private String app;
  private FaultProxy proxy;
  private ConnectionFixture fixture;

  @BeforeAll
  static void startServer() throws Exception {
    server = RealKubernetes.start(serverFolder);
    admin =
        new KubernetesClientBuilder()
            .withConfig(Config.fromKubeconfig(server.kubeconfig("admin-token")))
            .withHttpClientFactory(new JdkHttpClientFactory())
            .build();
    admin
        .namespaces()
        .resource(new NamespaceBuilder().withNewMetadata().withName("argocd").endMetadata().build())
        .create();
    try (InputStream yaml = WatchFaultsTest.class.getResourceAsStream("/kubernetes/crds.yaml")) {
      for (String text : new String(yaml.readAllBytes(), StandardCharsets.UTF_8).split("---\n")) {
        admin
            .genericKubernetesResources(CRDS)
            .resource(Serialization.unmarshal(text, GenericKubernetesResource.class))
            .create();
      }
    }
  }

  @AfterAll
  static void stopServer() {
    if (admin != null) {
      admin.close();
    }
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void startProxy() {
    proxy = FaultProxy.before(server);
    fixture = new ConnectionFixture(clock, WatchLimits.DEFAULT);
    app = "app-" + applications++;
    create(app);
  }

  @AfterEach
  void stop() {
    fixture.close();
    proxy.close();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"GONE", "GONE_IN_WATCH"})
  void row01_aVersionThatIsGoneIsListedAnewOnceAndTheWatchGoesOn(Fault gone) {
    start();
    long lists = count(LISTS);

    proxy.once(gone, WATCHES);
    write(app, 1);
    awaitValue(1);
    write(app, 2);
    awaitValue(2);
    // the HTTP client repeats a request whose kept connection ends under it
    assertThat(count(LISTS)).isBetween(lists + 1, lists + 2);
    assertThat(state().phase()).isEqualTo(Phase.LIVE);
  }

  @Test
  void row02_aWatchThatHasGoneSilentIsNoticed() {
    patience(Duration.ofSeconds(3), Duration.ofSeconds(2));
    start();
    proxy.set(Fault.MUTE, WATCHES);
    write(app, 7);
    awaitValue(7);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"SERVER_ERROR", "TOO_MANY_REQUESTS", "NONE", "CUT", "GARBAGE"})
  void row03_howeverAWatchIsClosedItGoesOnFromWhereItWas(Fault ending) {
    start();
    long lists = count(LISTS);
    Set<Phase> phases = new HashSet<>();

    proxy.cut(WATCHES);
    proxy.once(ending, WATCHES);
    write(app, 1);
    Await.until(
        NOTICED,
        () -> "the value after " + ending + ": " + state(),
        () -> {
          phases.add(state().phase());
          return value() == 1;
        });
    assertThat(phases).as("a hiccup is not worth telling").containsExactly(Phase.LIVE);
    assertThat(count(LISTS)).as("nothing is listed anew").isEqualTo(lists);
  }

  @Test
  void row03_aWatchThatBreaksAtEveryEventIsGoneRoundByAList() {
    start();
    proxy.set(Fault.CUT, WATCHES);
    write(app, 9);
    awaitValue(9);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"REFUSE", "HANG", "SERVER_ERROR", "GARBAGE", "CUT", "TOO_MANY_REQUESTS"})
  void row04_aFirstListThatFailsIsToldAndTriedAgain(Fault first) {
    proxy.set(first);
    begin();
    Await.until(NOTICED, () -> "a reason", () -> !state().reason().isEmpty());
    assertThat(state().phase()).isEqualTo(Phase.UNREACHABLE);
    assertThat(state().asOf()).isEmpty();

    proxy.set(Fault.NONE);
    fixture.awaitLive();
    assertThat(fixture.application(app)).isPresent();
    assertThat(state().reason()).isEmpty();
  }

  @Test
  void row05_whoIsForbiddenFromTheStartIsToldVerbAndResource() {
    fixture.kubeconfig(proxy.kubeconfig("reader-token")).start();
    fixture.awaitPhase(Phase.DENIED, NOTICED);
    assertThat(state().reason()).contains("403", "list applications.argoproj.io");
  }

  @Test
  void row05_aRightThatIsTakenAwayIsToldAndWhatIsKnownStays() {
    start();
    proxy.set(Fault.FORBIDDEN);
    fixture.awaitPhase(Phase.DENIED, NOTICED);
    assertThat(fixture.application(app)).isPresent();
    Instant asOf = state().asOf().orElseThrow();
    assertThat(state().reason()).contains("403", "applications.argoproj.io");

    write(app, 3);
    proxy.set(Fault.NONE);
    awaitValue(3);
    fixture.awaitLive();
    Await.until(
        NOTICED, () -> "as of " + state().asOf(), () -> state().asOf().orElseThrow().isAfter(asOf));
  }

  @Test
  void row06_aTokenThatExpiresUnderTheWatchIsTold() {
    start();
    proxy.set(Fault.UNAUTHORIZED);
    fixture.awaitPhase(Phase.DENIED, NOTICED);
    assertThat(state().reason()).contains("401", "expired");
    assertThat(fixture.application(app)).isPresent();

    proxy.set(Fault.NONE);
    fixture.awaitLive();
  }

  @Test
  void row08_aServerThatIsNotTrustedIsNeverAsked() throws Exception {
    String ca =
        Certificates.certificate(
            new Certificates(serverFolder).selfSigned("stranger", "ip:127.0.0.1"));
    ConnectionSettings settings =
        TestConfiguration.connection(
            "default",
            Optional.of(proxy.address()),
            new SignIn.Token(TestConfiguration.reference("default.token"), Optional.empty()),
            List.of());
    fixture.configuration.secret("default.token", "admin-token");
    fixture.with(trusting(settings, ca)).start();
    fixture.awaitPhase(Phase.UNREACHABLE, NOTICED);
    assertThat(state().reason()).contains("certificate", "test the connection");
    assertThat(proxy.requests()).isEmpty();

    fixture.with(trusting(settings, server.ca()));
    fixture.awaitLive();
  }

  @Test
  void row09_anAddressThatChangesIsFollowed() {
    start();
    try (FaultProxy moved = FaultProxy.before(server)) {
      proxy.close();
      fixture.awaitPhase(Phase.STALE, NOTICED);
      write(app, 4);
      fixture.kubeconfig(moved.kubeconfig("admin-token"));
      awaitValue(4);
      fixture.awaitLive();
    }
  }

  @Test
  void row10_aServerThatSendsAByteEveryHalfMinuteIsGivenUpAndDelaysNoOther() {
    proxy.set(Fault.DRIP);
    begin();
    try (FaultProxy healthy = FaultProxy.before(server)) {
      ConnectionSettings slow = fixture.configuration.current().connections().get(0);
      fixture.configuration.secret("other.kubeconfig", healthy.kubeconfig("admin-token"));
      fixture.with(
          slow,
          TestConfiguration.connection(
              "other",
              Optional.empty(),
              new SignIn.Kubeconfig(
                  TestConfiguration.reference("other.kubeconfig"), Optional.empty()),
              List.of()));
      fixture.connections.begin("other");
      Await.until(
          Duration.ofSeconds(10),
          () -> "the other: " + fixture.state("other"),
          () -> fixture.state("other").map(ConnectionState::phase).equals(Optional.of(Phase.LIVE)));
      fixture.awaitPhase(Phase.UNREACHABLE, NOTICED);
      assertThat(state().reason()).contains("in time");

      proxy.set(Fault.NONE);
      fixture.awaitLive();
    }
  }

  @Test
  void row11_aBusyServerIsLeftAloneForAsLongAsItAsks() {
    proxy.set(Fault.TOO_MANY_REQUESTS);
    long begin = System.nanoTime();
    begin();
    Await.until(NOTICED, () -> "requests: " + count(LISTS), () -> count(LISTS) >= 4);
    double seconds = (System.nanoTime() - begin) / 1e9;
    // the proxy says "Retry-After: 1"; without it the second request would come after 0.2 seconds
    assertThat(seconds).as("seconds for four requests").isGreaterThan(3.0);
    assertThat(state().reason()).contains("429");

    proxy.set(Fault.NONE);
    fixture.awaitLive();
  }

  @Test
  void row11_aServerTooBusyForTheProbeIsLiveAsLongAsItsWatchIs() {
    start();
    proxy.set(Fault.TOO_MANY_REQUESTS, PROBES);
    long probes = count(PROBES);
    Await.until(NOTICED, () -> "a probe", () -> count(PROBES) > probes);
    write(app, 5);
    awaitValue(5);
    assertThat(state().phase()).isEqualTo(Phase.LIVE);
  }

  @Test
  void row12_aClusterThatWasAwayForADayIsShownWithItsAgeAndListedOnceItIsBack() {
    patience(Duration.ofMinutes(5), Duration.ofMillis(100));
    start();
    long lists = count(LISTS);
    proxy.set(Fault.REFUSE);
    fixture.awaitPhase(Phase.STALE, NOTICED);
    clock.move(Duration.ofDays(1));
    Duration age = Duration.between(state().asOf().orElseThrow(), clock.instant());
    assertThat(age).isBetween(Duration.ofHours(23), Duration.ofHours(25));
    assertThat(fixture.application(app)).isPresent();

    admin
        .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
        .inNamespace("argocd")
        .withName(app)
        .delete();
    proxy.set(Fault.NONE);
    fixture.awaitLive();
    fixture.awaitApplication(app, Optional::isEmpty);
    assertThat(count(LISTS)).isEqualTo(lists + 1);
    assertThat(Duration.between(state().asOf().orElseThrow(), clock.instant()))
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void row13_aKindThatIsServedNoMoreIsToldAndComesBack() {
    start();
    serve(false);
    fixture.awaitPhase(Phase.MISCONFIGURED, ConnectionFixture.LIMIT);
    assertThat(state().reason()).contains("applications.argoproj.io", "Argo CD installed");
    assertThat(fixture.application(app)).isPresent();

    serve(true);
    fixture.awaitLive();
    write(app, 6);
    awaitValue(6);
  }

  @Test
  void row21_aListWhoseNextPageIsGoneBeginsAgainAndIsWhole() {
    int many = 300;
    for (int i = 0; i < many; i++) {
      create("page-" + i);
    }
    proxy.once(Fault.GONE, LISTS.and(line -> line.contains("continue=")));
    start();
    assertThat(fixture.store.current().applications()).hasSizeGreaterThanOrEqualTo(many);
    assertThat(count(LISTS)).isGreaterThanOrEqualTo(4);
    for (int i = 0; i < many; i++) {
      delete("page-" + i);
    }
  }

  @Test
  void row22_listsBetweenEventsTurnNoValueBack() throws Exception {
    start();
    AtomicBoolean goesOn = new AtomicBoolean(true);
    AtomicInteger written = new AtomicInteger();
    Thread writer =
        new Thread(
            () -> {
              while (goesOn.get()) {
                write(app, written.get() + 1);
                written.incrementAndGet();
              }
            });
    AtomicInteger setbacks = new AtomicInteger();
    Thread reader =
        new Thread(
            () -> {
              int last = 0;
              while (goesOn.get()) {
                int now = value();
                setbacks.addAndGet(now < last ? 1 : 0);
                last = now;
              }
            });
    writer.start();
    reader.start();
    long lists = count(LISTS);
    try {
      for (int round = 0; round < 5; round++) {
        long watches = count(WATCHES);
        proxy.once(round % 2 == 0 ? Fault.GONE_IN_WATCH : Fault.GONE, WATCHES);
        Await.until(NOTICED, () -> "a new watch", () -> count(WATCHES) >= watches + 2);
      }
    } finally {
      goesOn.set(false);
      writer.join();
      reader.join();
    }
    awaitValue(written.get());
    assertThat(count(LISTS)).isGreaterThanOrEqualTo(lists + 5);
    assertThat(setbacks).hasValue(0);
  }

  @Test
  void row23_aClockThatIsSetBackOrForwardDisturbsNoWatch() {
    start();
    long lists = count(LISTS);
    long watches = count(WATCHES);
    for (Duration jump : List.of(Duration.ofMinutes(10), Duration.ofMinutes(-20))) {
      clock.move(jump);
      Instant set = clock.instant();
      Await.until(
          NOTICED,
          () -> "as of " + state().asOf() + " after " + set,
          () -> Duration.between(set, state().asOf().orElseThrow()).abs().compareTo(NOTICED) < 0);
      assertThat(state().phase()).isEqualTo(Phase.LIVE);
    }
    write(app, 8);
    awaitValue(8);
    assertThat(count(LISTS)).isEqualTo(lists);
    assertThat(count(WATCHES)).isEqualTo(watches);
  }

  private void patience(Duration age, Duration resume) {
    fixture =
        new ConnectionFixture(
            clock, new WatchLimits(Duration.ofMillis(500), age, age, resume, Duration.ofHours(1)));
  }

  private void begin() {
    fixture.kubeconfig(proxy.kubeconfig("admin-token")).start();
  }

  private void start() {
    begin();
    fixture.awaitLive();
    // the lists are over before the watches begin
    Await.until(NOTICED, () -> "a watch", () -> count(WATCHES) > 0);
  }

  private static ConnectionSettings trusting(ConnectionSettings settings, String ca) {
    return new ConnectionSettings(
        settings.id(),
        settings.name(),
        settings.server(),
        Optional.of(ca),
        false,
        settings.proxy(),
        settings.signIn(),
        settings.impersonation(),
        settings.namespaces(),
        settings.argoCdUrl(),
        false);
  }

  private long count(Predicate<String> which) {
    return proxy.requests().stream().filter(which).count();
  }

  private ConnectionState state() {
    return fixture.state().orElseThrow();
  }

  private int value() {
    return fixture
        .application(app)
        .map(Application::annotations)
        .map(annotations -> Integer.parseInt(annotations.getOrDefault("count", "0")))
        .orElse(0);
  }

  private void awaitValue(int expected) {
    Await.until(
        ConnectionFixture.LIMIT,
        () -> "value " + expected + ", but it is " + value() + " and " + state(),
        () -> value() == expected);
  }

  private static void create(String name) {
    Await.until(ConnectionFixture.LIMIT, () -> "created", () -> tryCreate(name));
  }

  /** The server needs a moment to serve a kind it has just learnt. */
  private static boolean tryCreate(String name) {
    try {
      admin
          .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
          .inNamespace("argocd")
          .resource(Resources.withHealth(name, "Healthy"))
          .create();
      return true;
    } catch (KubernetesClientException e) {
      if (e.getCode() == 404) {
        return false;
      }
      throw e;
    }
  }

  private static void delete(String name) {
    admin
        .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
        .inNamespace("argocd")
        .withName(name)
        .delete();
  }

  private static void write(String name, int value) {
    admin
        .genericKubernetesResources(WatchedKind.APPLICATIONS.context())
        .inNamespace("argocd")
        .withName(name)
        .edit(
            existing -> {
              existing.getMetadata().setAnnotations(Map.of("count", "" + value));
              return existing;
            });
  }

  /** Whether the version that the app reads is served. */
  private static void serve(boolean served) {
    admin
        .genericKubernetesResources(CRDS)
        .withName("applications.argoproj.io")
        .edit(
            crd -> {
              Map<String, Object> version = crd.get("spec", "versions", 0);
              version.put("served", served);
              return crd;
            });
  }

  /** A clock that somebody sets. */
  private static final class SetClock extends Clock {
    private volatile Duration offset = Duration.ZERO;

    void move(Duration jump) {
      offset = offset.plus(jump);
    }

    @Override
    public Instant instant() {
      return Instant.now().plus(offset);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
