package io.appofapps.bench;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.environment.Landscape;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.Occurrence;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * What a change in a cluster costs before the first page of the new state: the forest, then the
 * landscape. What each page costs on top: the walk. The baselines do the least that anything of the
 * kind must do with the same Applications.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 10, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TreeBenchmark {

  @Param({"2000", "10000"})
  int size;

  private List<Application> applications;
  private Forest forest;

  @Setup
  public void declare() {
    applications = Organisation.of(size);
    forest = Forest.of(applications, List.of());
    if (forest.roots().size() >= size || forest.nodes().size() != size) {
      throw new IllegalStateException("The Applications make no trees");
    }
  }

  /** Sorting the Applications by name: the baseline. */
  @Benchmark
  public List<Application> baselineSortByName() {
    return applications.stream().sorted(Comparator.comparing(Application::key)).toList();
  }

  /** Putting the Applications into a map by key. */
  @Benchmark
  public Map<ApplicationKey, Application> copyToMap() {
    Map<ApplicationKey, Application> map = new HashMap<>();
    for (Application application : applications) {
      map.put(application.key(), application);
    }
    return map;
  }

  @Benchmark
  public Forest forest() {
    return Forest.of(applications, List.of());
  }

  @Benchmark
  public Landscape landscape() {
    return Landscape.of(forest);
  }

  @Benchmark
  public void walkFromAllRoots(Blackhole blackhole) {
    for (NodeId root : forest.roots()) {
      for (Occurrence occurrence : forest.walk(root)) {
        blackhole.consume(occurrence);
      }
    }
  }
}
