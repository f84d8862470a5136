package com.atlassian.plugins.osgi.test;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import it.sample.SampleWiredTest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.runner.Description;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;
import org.junit.runner.notification.RunNotifier;

class AtlassianPluginsTestRunnerTest {

  private HttpServer product;
  private int status = 200;
  private String answer = "{}";
  private String asked = "";

  @BeforeEach
  void startProduct() throws Exception {
    product = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    product.createContext(
        "/",
        exchange -> {
          asked = exchange.getRequestURI().getPath();
          byte[] body = answer.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    product.start();
    System.setProperty("baseurl", "http://127.0.0.1:" + product.getAddress().getPort() + "/wiki");
  }

  @AfterEach
  void stopProduct() {
    System.clearProperty("baseurl");
    product.stop(0);
  }

  @Test
  void reportsEachMethodAsTheProductAnswered() {
    answer =
        """
        {"passedMethods":["a"],"ignoredMethods":["b"],"failedMethods":{"c":"expected 1"}}""";
    assertThat(run(SampleWiredTest.class))
        .containsExactly(
            "started a",
            "finished a",
            "ignored b",
            "started c",
            "failed c: expected 1",
            "finished c");
    assertThat(asked)
        .isEqualTo("/wiki/rest/atlassiantestrunner/1.0/runtest/it.sample.SampleWiredTest");
  }

  @Test
  void aClassWithoutMethodsIsAFailure() {
    assertThat(run(SampleWiredTest.class)).singleElement().asString().contains("No tests found");
  }

  @Test
  void anErrorOfTheProductIsAFailure() {
    status = 503;
    assertThat(run(SampleWiredTest.class)).singleElement().asString().contains("answered 503");
  }

  @Test
  void aClassOutsideThePackageItIsRefused() {
    assertThat(run(RemoteResult.class)).singleElement().asString().contains("must be 'it'");
    assertThat(asked).isEmpty();
  }

  private static List<String> run(Class<?> testClass) {
    List<String> events = new ArrayList<>();
    RunNotifier notifier = new RunNotifier();
    notifier.addListener(
        new RunListener() {
          @Override
          public void testStarted(Description test) {
            events.add("started " + test.getMethodName());
          }

          @Override
          public void testFinished(Description test) {
            events.add("finished " + test.getMethodName());
          }

          @Override
          public void testIgnored(Description test) {
            events.add("ignored " + test.getMethodName());
          }

          @Override
          public void testFailure(Failure failure) {
            events.add(
                "failed " + failure.getDescription().getMethodName() + ": " + failure.getMessage());
          }
        });
    new AtlassianPluginsTestRunner(testClass).run(notifier);
    return events;
  }
}
