package io.appofapps.devhost.wired;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.Result;
import org.junit.runner.Runner;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/** Runs a wired test class and collects the answer that Atlassian's runner expects. */
final class WiredOutcome extends RunListener {

  private final List<String> passed = new ArrayList<>();
  private final List<String> ignored = new ArrayList<>();
  private final Map<String, Failure> failed = new LinkedHashMap<>();

  private WiredOutcome() {}

  /** {@code classname}, {@code testResult}, {@code passedMethods}, {@code ignoredMethods}, … */
  static Map<String, Object> of(String className, Runner runner) {
    WiredOutcome outcome = new WiredOutcome();
    JUnitCore junit = new JUnitCore();
    junit.addListener(outcome);
    Result result = junit.run(org.junit.runner.Request.runner(runner));
    Map<String, Object> failures = new LinkedHashMap<>();
    outcome.failed.forEach((method, failure) -> failures.put(method, json(failure)));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("classname", className);
    answer.put(
        "testResult",
        Map.of(
            "runCount", result.getRunCount(),
            "failureCount", result.getFailureCount(),
            "ignoreCount", result.getIgnoreCount(),
            "runTime", result.getRunTime()));
    answer.put("passedMethods", outcome.passed);
    answer.put("ignoredMethods", outcome.ignored);
    answer.put("failedMethods", failures);
    return answer;
  }

  private static Map<String, Object> json(Failure failure) {
    return Map.of(
        "message",
        Objects.requireNonNullElse(failure.getMessage(), failure.getException().toString()),
        "trace",
        failure.getTrimmedTrace());
  }

  @Override
  public void testFinished(Description test) {
    if (!failed.containsKey(name(test)) && !ignored.contains(name(test))) {
      passed.add(name(test));
    }
  }

  @Override
  public void testFailure(Failure failure) {
    failed.put(name(failure.getDescription()), failure);
  }

  @Override
  public void testAssumptionFailure(Failure failure) {
    ignored.add(name(failure.getDescription()));
  }

  @Override
  public void testIgnored(Description test) {
    ignored.add(name(test));
  }

  /** A failure outside a method, as in {@code @BeforeClass}, has no method name. */
  private static String name(Description test) {
    return Objects.requireNonNullElse(test.getMethodName(), "class " + test.getClassName());
  }
}
