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

  /** Names of the methods that the others of their class are set beside begin with it. */
  private static final String BASELINE = "baseline";

  private Benchmarks() {}

  public static void main(String[] arguments) throws RunnerException, CommandLineOptionException {
    Collection<RunResult> results = new Runner(new CommandLineOptions(arguments)).run();
    print(results, System.out);
  }

  private static void print(Collection<RunResult> results, PrintStream out) {
    Map<String, RunResult> baselines = new TreeMap<>();
    for (RunResult result : results) {
      if (label(result).startsWith(BASELINE)) {
        baselines.put(group(result), result);
      }
    }
    out.printf("%n%-24s %8s %12s   × baseline of the same run%n", "benchmark", "size", "time");
    for (RunResult result : results) {
      double score = result.getPrimaryResult().getScore();
      RunResult baseline = baselines.get(group(result));
      out.printf(
          "%-24s %8s %8.0f %s   %s%n",
          label(result),
          size(result),
          score,
          result.getPrimaryResult().getScoreUnit(),
          baseline == null
              ? "baseline not run"
              : String.format(
                  "%.3g × %s", score / baseline.getPrimaryResult().getScore(), label(baseline)));
    }
  }

  private static String label(RunResult result) {
    return result.getPrimaryResult().getLabel();
  }

  /** Class and size. */
  private static String group(RunResult result) {
    String name = result.getParams().getBenchmark();
    return name.substring(0, name.lastIndexOf('.')) + " " + size(result);
  }

  private static String size(RunResult result) {
    return result.getParams().getParam("size");
  }
}
