package io.appofapps.devhost.browser;

import io.appofapps.democluster.AppSettings;
import io.appofapps.kubernetes.FleetApplication;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load run, {@code mvn -Ppage-load}: a page with a tree of many Applications is viewed again
 * and again, in turn with the same page without the macro; then by many people at once with twenty
 * macros. On a real kube-apiserver when {@code KUBEBUILDER_ASSETS} is set, else on the embedded
 * API. Bounded by the number of views and by time.
 */
public final class PageLoad {
  private static final int APPLICATIONS = Integer.getInteger("load.applications", 2_000);
  private static final int VIEWS = Integer.getInteger("load.views", 300);
  private static final int WARM_UP = 50;
  private static final int VIEWS_PER_CHANGE = 5;
  private static final int CHANGED = 50;
  private static final long LIMIT = TimeUnit.MINUTES.toNanos(3);
  private static final String WITH = "/display/DEMO/With+the+tree";
  private static final String WITHOUT = "/display/DEMO/Without+the+tree";
  private static final Pattern MACRO = Pattern.compile("aoa-tree\"?;dur=([0-9.]+)");

  private PageLoad() {}

  public static void main(String[] arguments) throws InterruptedException {
    Path home = RunningHost.newHome();
    try (LoadCluster cluster = LoadCluster.start(home)) {
      cluster.create(APPLICATIONS);
      AppSettings.write(home, cluster.kubeconfig(), Optional.empty());
      try (RunningHost host = RunningHost.start(home, LoadCluster.ROOT)) {
        writePages(host);
        measure(host, cluster.name());
        measureCrowd(host, cluster);
        measureWhileChanging(host, cluster);
      }
    }
  }

  private static void writePages(RunningHost host) {
    Path executable =
        Chromium.find().orElseThrow(() -> new IllegalStateException("No Chromium on the PATH"));
    try (Chromium chromium = Chromium.launch(executable)) {
      Visitor visitor = new Visitor(chromium, host.url());
      visitor.signIn("admin");
      visitor.write("With the tree", LoadCluster.ROOT);
      visitor.write("Without the tree");
      visitor.publish(CrowdLoad.WITH, CrowdLoad.storage(LoadCluster.ROOT, true));
      visitor.publish(CrowdLoad.WITHOUT, CrowdLoad.storage(LoadCluster.ROOT, false));
    }
  }

  /** Requests to the cluster are counted while people look, and as long while nobody does. */
  private static void measureCrowd(RunningHost host, LoadCluster cluster)
      throws InterruptedException {
    OptionalLong before = cluster.requests();
    long begin = System.nanoTime();
    new CrowdLoad(host).measure();
    long took = System.nanoTime() - begin;
    if (before.isPresent()) {
      long busy = cluster.requests().getAsLong();
      TimeUnit.NANOSECONDS.sleep(took);
      System.out.printf(
          Locale.ROOT,
          "requests to the cluster in those %d s: %d; in as many seconds without viewers: %d%n",
          TimeUnit.NANOSECONDS.toSeconds(took),
          busy - before.getAsLong(),
          cluster.requests().getAsLong() - busy);
    }
  }

  private static void measure(RunningHost host, String cluster) {
    List<Double> macro = new ArrayList<>();
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    long end = System.nanoTime() + LIMIT;
    int bytes = 0;
    for (int i = 0; i < WARM_UP + VIEWS && System.nanoTime() < end; i++) {
      View tree = view(host, WITH);
      View plain = view(host, WITHOUT);
      bytes = tree.bytes();
      if (i >= WARM_UP) {
        macro.add(tree.macro().orElseThrow());
        with.add(tree.total());
        without.add(plain.total());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d Applications on %s, %d views after %d to warm up, page of %d kB%n",
        APPLICATIONS,
        cluster,
        macro.size(),
        WARM_UP,
        bytes / 1024);
    print("macro on the request thread", macro);
    print("page with the tree", with);
    print("baseline: page without it", without);
    System.out.printf(
        Locale.ROOT,
        "ratio of the medians, with to without: %.1f%n",
        percentile(with, 50) / percentile(without, 50));
  }

  private static void measureWhileChanging(RunningHost host, LoadCluster cluster) {
    List<Double> macro = new ArrayList<>();
    long end = System.nanoTime() + LIMIT;
    for (int i = 0; i < VIEWS && System.nanoTime() < end; i++) {
      if (i % VIEWS_PER_CHANGE == 0) {
        cluster.revision(FleetApplication.service(i % CHANGED), i);
      }
      macro.add(view(host, WITH).macro().orElseThrow());
    }
    print("macro, cluster changing", macro);
  }

  private static View view(RunningHost host, String path) {
    long begin = System.nanoTime();
    HttpResponse<String> response = host.get(path);
    double millis = (System.nanoTime() - begin) / 1e6;
    if (response.statusCode() != 200) {
      throw new IllegalStateException(path + " answered " + response.statusCode());
    }
    Optional<Double> macro =
        response
            .headers()
            .firstValue("Server-Timing")
            .map(MACRO::matcher)
            .filter(Matcher::find)
            .map(found -> Double.parseDouble(found.group(1)));
    return new View(millis, macro, response.body().length());
  }

  static void print(String what, List<Double> millis) {
    System.out.printf(
        Locale.ROOT,
        "%-32s p50 %6.1f ms  p95 %6.1f ms  max %6.1f ms%n",
        what,
        percentile(millis, 50),
        percentile(millis, 95),
        percentile(millis, 100));
  }

  static double percentile(List<Double> values, int percent) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / 100.0) - 1));
  }

  private record View(double total, Optional<Double> macro, int bytes) {}
}
