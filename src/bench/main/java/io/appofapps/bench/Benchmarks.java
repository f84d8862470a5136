package io.appofapps.bench;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.CommandLineOptionException;
import org.openjdk.jmh.runner.options.CommandLineOptions;

/**
 * Runs the benchmarks with JMH's own options and sets each beside the baseline of the same run and
 * size: times differ from machine to machine, ratios hardly.
 */
public final class Benchmarks {

  private static final String BASELINE = "baselineSortByName";

  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
    print(results, System.out);
  }

  private static void print(Collection<RunResult> results, PrintStream out) {
    Map<String, Double> baselines = new TreeMap<>();
    for (RunResult result : results) {
      if (result.getPrimaryResult().getLabel().equals(BASELINE)) {
        baselines.put(size(result), result.getPrimaryResult().getScore());
      }
    }
    out.printf("%n%-22s %8s %14s   × %s%n", "benchmark", "size", "time", BASELINE);
    for (RunResult result : results) {
      double score = result.getPrimaryResult().getScore();
      Double baseline = baselines.get(size(result));
      out.printf(
          "%-22s %8s %8.0f %s   %s%n",
          result.getPrimaryResult().getLabel(),
          size(result),
          score,
          result.getPrimaryResult().getScoreUnit(),
          baseline == null ? "baseline not run" : String.format("%.1f", score / baseline));
    }
  }

  private static String size(RunResult result) {
    return result.getParams().getParam("size");
  }
}
