package io.appofapps.bench;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.state.ChunkedMap;
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
import org.pcollections.HashTreePMap;
import org.pcollections.PMap;

/**
 * The snapshot's map three ways: what one changed Application costs, and what a walk over all costs
 * afterwards, which every new revision needs for its trees.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SnapshotBenchmark {

  @Param({"2000", "10000"})
  int size;

  private List<Application> applications;
  private Application changed;
  private Map<ApplicationKey, Application> copied;
  private ChunkedMap<ApplicationKey, Application> chunked;
  private PMap<ApplicationKey, Application> persistent;

  @Setup
  public void fill() {
    applications = Organisation.of(size);
    changed = applications.get(size / 2);
    copied = new HashMap<>();
    applications.forEach(application -> copied.put(application.key(), application));
    ChunkedMap.Editor<ApplicationKey, Application> editor =
        ChunkedMap.<ApplicationKey, Application>empty().edit();
    copied.forEach(editor::put);
    chunked = editor.done();
    persistent = HashTreePMap.from(copied);
  }

  @Benchmark
  public List<Application> baselineSortByName() {
    return applications.stream().sorted(Comparator.comparing(Application::key)).toList();
  }

  @Benchmark
  public Object changeByCopying() {
    Map<ApplicationKey, Application> next = new HashMap<>(copied);
    next.put(changed.key(), changed);
    return next;
  }

  @Benchmark
  public Object changeOfChunk() {
    ChunkedMap.Editor<ApplicationKey, Application> next = chunked.edit();
    next.put(changed.key(), changed);
    return next.done();
  }

  @Benchmark
  public Object changePCollections() {
    return persistent.plus(changed.key(), changed);
  }

  @Benchmark
  public void walkHashMap(Blackhole hole) {
    copied.values().forEach(hole::consume);
  }

  @Benchmark
  public void walkChunks(Blackhole hole) {
    chunked.values().forEach(hole::consume);
  }

  @Benchmark
  public void walkPCollections(Blackhole hole) {
    persistent.values().forEach(hole::consume);
  }
}
