package com.atlassian.plugins.osgi.test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.runner.Description;
import org.junit.runner.Runner;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunNotifier;

/**
 * The JUnit side of a wired test: asks the product at the system property {@code baseurl} to run
 * the class inside its test plugin and reports each method as the product answered. The contract
 * (package, URL, answer) is that of Atlassian's runner of the same name, so the same test classes
 * run under AMPS in a real Confluence.
 */
public final class AtlassianPluginsTestRunner extends Runner {

  private static final Duration RUN_LIMIT = Duration.ofMinutes(30);

  private final Class<?> testClass;

  public AtlassianPluginsTestRunner(Class<?> testClass) {
    this.testClass = testClass;
  }

  @Override
  public Description getDescription() {
    return Description.createSuiteDescription(testClass);
  }

  @Override
  public void run(RunNotifier notifier) {
    try {
      report(RemoteResult.parse(ask()), notifier);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      notifier.fireTestFailure(new Failure(getDescription(), e));
    } catch (IOException | RuntimeException e) {
      notifier.fireTestFailure(new Failure(getDescription(), e));
    }
  }

  private String ask() throws IOException, InterruptedException {
    String name = testClass.getName();
    if (!name.startsWith("it.")) {
      throw new IllegalStateException(
          name + " is no wired test: the first segment of its package must be 'it'");
    }
    String base = System.getProperty("baseurl");
    if (base == null || base.isEmpty()) {
      throw new IllegalStateException(
          "The system property 'baseurl' must hold the URL of the running product");
    }
    HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/rest/atlassiantestrunner/1.0/runtest/" + name))
            .header("Accept", "application/json")
            .timeout(RUN_LIMIT)
            .build();
    HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
    if (response.statusCode() >= 300) {
      throw new IllegalStateException(
          "The product answered "
              + response.statusCode()
              + " to "
              + request.uri()
              + ": "
              + response.body());
    }
    return response.body();
  }

  private void report(RemoteResult result, RunNotifier notifier) {
    if (result.isEmpty()) {
      notifier.fireTestFailure(
          new Failure(
              getDescription(),
              new IllegalStateException("No tests found in class " + testClass.getName())));
      return;
    }
    for (String method : result.passed()) {
      Description test = Description.createTestDescription(testClass, method);
      notifier.fireTestStarted(test);
      notifier.fireTestFinished(test);
    }
    for (String method : result.ignored()) {
      notifier.fireTestIgnored(Description.createTestDescription(testClass, method));
    }
    result
        .failed()
        .forEach(
            (method, text) -> {
              Description test = Description.createTestDescription(testClass, method);
              notifier.fireTestStarted(test);
              notifier.fireTestFailure(new Failure(test, new AssertionError(text)));
              notifier.fireTestFinished(test);
            });
  }
}
