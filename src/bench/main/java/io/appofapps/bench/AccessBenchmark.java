package io.appofapps.bench;

import io.appofapps.confluence.identity.AccessControl;
import io.appofapps.confluence.identity.Matcher;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * One decision of Argo CD's access policy with 200 roles, a group for each, for people in five
 * groups. The baseline looks at every line of the policy for every group, as an enforcer without an
 * index does; its patterns are compiled beforehand.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AccessBenchmark {

  private static final int ROLES = 200;
  private static final int QUESTIONS = 1_000;
  private static final List<String> ACTIONS = List.of("get", "sync", "update", "delete");

  /** Lines of policy, the same number for each role. */
  @Param({"2000"})
  int size;

  private AccessControl access;
  private LinearScan scan;
  private List<Question> questions;

  record Question(Set<String> groups, String action, String object) {}

  @Setup
  public void write() {
    Random random = new Random(1);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      lines.add(
          String.join(
              ", ",
              "p",
              "role:r" + i % ROLES,
              "applications",
              ACTIONS.get(random.nextInt(ACTIONS.size())),
              "project-" + random.nextInt(100) + "/" + (random.nextBoolean() ? "*" : "web-*"),
              random.nextInt(20) == 0 ? "deny" : "allow"));
    }
    for (int i = 0; i < ROLES; i++) {
      lines.add("g, group-" + i + ", role:r" + i);
    }
    access = new AccessControl(String.join("\n", lines), "", Matcher.GLOB, List.of());
    scan = new LinearScan(lines);
    questions = new ArrayList<>();
    int allowed = 0;
    for (int i = 0; i < QUESTIONS; i++) {
      Set<String> groups = new HashSet<>();
      while (groups.size() < 5) {
        groups.add("group-" + random.nextInt(ROLES));
      }
      Question question =
          new Question(
              Set.copyOf(groups),
              ACTIONS.get(random.nextInt(ACTIONS.size())),
              "project-" + random.nextInt(100) + "/web-" + random.nextInt(20));
      questions.add(question);
      boolean may = decide(question);
      if (may != scan.allows(question.groups(), question.action(), question.object())) {
        throw new IllegalStateException("The two disagree on " + question);
      }
      allowed += may ? 1 : 0;
    }
    if (allowed < QUESTIONS / 50) {
      throw new IllegalStateException("Hardly anything is allowed: " + allowed);
    }
  }

  private boolean decide(Question asked) {
    return access
        .decide(Optional.empty(), asked.groups(), "applications", asked.action(), asked.object())
        .allowed();
  }

  /** Every line for every group: the baseline. */
  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void baselineLinearScan(Blackhole blackhole) {
    for (Question asked : questions) {
      blackhole.consume(scan.allows(asked.groups(), asked.action(), asked.object()));
    }
  }

  /** The decision with its reason. */
  @Benchmark
  @OperationsPerInvocation(QUESTIONS)
  public void decide(Blackhole blackhole) {
    for (Question asked : questions) {
      blackhole.consume(decide(asked));
    }
  }
}
