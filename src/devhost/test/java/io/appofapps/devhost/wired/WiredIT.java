package io.appofapps.devhost.wired;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.democluster.HostProcess;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.runner.Description;
import org.junit.runner.Request;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;
import org.junit.runner.notification.RunNotifier;

/** Runs the wired tests of the packed test plugin beside the packed app in a host of their own. */
class WiredIT {

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  @TempDir static Path home;
  private static HostProcess host;

  @BeforeAll
  static void startHost() throws InterruptedException {
    List<String> output = new CopyOnWriteArrayList<>();
    host =
        HostProcess.start(
            Path.of(System.getProperty("aoa.host.classes")),
            Path.of(System.getProperty("aoa.host.classpath")),
            Map.of(
                "host.port",
                "0",
                "host.home",
                home.toString(),
                "host.wiredTests",
                "true",
                "host.jars",
                System.getProperty("aoa.host.jars") + "," + testsJar()),
            output::add);
    System.setProperty("baseurl", host.awaitReady(START_LIMIT));
    assertThat(output).noneMatch(line -> line.contains(" ERROR "));
  }

  @AfterAll
  static void stopHost() {
    System.clearProperty("baseurl");
    host.close();
  }

  private static File testsJar() {
    return new File(System.getProperty("aoa.tests.jar"));
  }

  @TestFactory
  Stream<DynamicNode> wiredTests() throws IOException, ClassNotFoundException {
    List<DynamicNode> classes = new ArrayList<>();
    try (JarFile jar = new JarFile(testsJar())) {
      List<String> names =
          jar.stream()
              .map(entry -> entry.getName())
              .filter(name -> name.startsWith("it/") && name.endsWith("WiredTest.class"))
              .toList();
      for (String name : names) {
        classes.add(node(name.substring(0, name.length() - ".class".length()).replace('/', '.')));
      }
    }
    assertThat(classes).isNotEmpty();
    return classes.stream();
  }

  private static DynamicNode node(String className) throws ClassNotFoundException {
    Outcomes outcomes = new Outcomes();
    RunNotifier notifier = new RunNotifier();
    notifier.addListener(outcomes);
    Request.aClass(Class.forName(className)).getRunner().run(notifier);
    return DynamicContainer.dynamicContainer(className, outcomes.tests());
  }

  /** What JUnit 4 reported, as tests of this one. */
  private static final class Outcomes extends RunListener {
    private final List<String> finished = new ArrayList<>();
    private final List<Failure> failures = new ArrayList<>();

    @Override
    public void testFinished(Description description) {
      finished.add(description.getMethodName());
    }

    @Override
    public void testFailure(Failure failure) {
      failures.add(failure);
    }

    private Stream<DynamicTest> tests() {
      Stream<DynamicTest> failed =
          failures.stream()
              .map(
                  failure ->
                      DynamicTest.dynamicTest(
                          failure.getDescription().getDisplayName(),
                          () -> {
                            throw failure.getException();
                          }));
      Stream<DynamicTest> passed =
          finished.stream()
              .filter(
                  name ->
                      failures.stream()
                          .noneMatch(f -> name.equals(f.getDescription().getMethodName())))
              .map(name -> DynamicTest.dynamicTest(name, () -> {}));
      return Stream.concat(failed, passed);
    }
  }
}
