package io.appofapps.devhost.browser;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/**
 * Two hundred people view one page at the same time: in turn with its twenty macros and without
 * them, each person again as soon as the page is there. A person's first views warm up.
 */
final class CrowdLoad {
  static final String WITH = "Twenty macros";
  static final String WITHOUT = "Twenty paragraphs";
  private static final int MACROS = 20;
  private static final int VIEWERS = Integer.getInteger("load.viewers", 200);
  private static final int ROUNDS = Integer.getInteger("load.rounds", 6);
  private static final int VIEWS_EACH = 3;
  private static final List<String> ACCOUNTS = List.of("admin", "developer", "approver");
  private static final String PARAGRAPH =
      "<h2>Service %1$d</h2><p>%2$s Its team answers for it in every environment, and what is"
          + " written here is read before each release: what it needs, whom it serves, and what to"
          + " do when it does not.</p>%3$s";

  private final RunningHost host;
  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(20)).build();

  CrowdLoad(RunningHost host) {
    this.host = host;
  }

  /** The page in storage format: a heading and a paragraph for each macro, and the macro. */
  static String storage(String set, boolean macros) {
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < MACROS; i++) {
      page.append(PARAGRAPH.formatted(i, "Money goes through here.", macros ? macro(set, i) : ""));
    }
    return page.toString();
  }

  private static String macro(String set, int number) {
    String service = "payments-gateway-%05d".formatted(number);
    String application = service + "-prod";
    return switch (number) {
      case 0 -> block("aoa-tree", "set", set);
      case 1 -> block("aoa-environments", "set", set);
      case 2 -> block("aoa-owners", "set", set);
      case 3 -> block("aoa-drift", "set", set);
      default ->
          switch (number % 3) {
            case 0 -> block("aoa-drift", "set", set, "service", service, "form", "badge");
            case 1 -> block("aoa-application", "set", set, "application", application);
            default -> block("aoa-environments", "set", set, "services", service);
          };
    };
  }

  private static String block(String name, String... parameters) {
    StringBuilder macro =
        new StringBuilder("<ac:structured-macro ac:name=\"").append(name).append("\">");
    for (int i = 0; i < parameters.length; i += 2) {
      macro
          .append("<ac:parameter ac:name=\"")
          .append(parameters[i])
          .append("\">")
          .append(parameters[i + 1])
          .append("</ac:parameter>");
    }
    return macro.append("</ac:structured-macro>").toString();
  }

  /** Prints both pages' times and their ratio. */
  void measure() {
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    round(WITHOUT);
    round(WITH);
    for (int i = 0; i < ROUNDS; i++) {
      without.addAll(round(WITHOUT));
      with.addAll(round(WITH));
    }
    System.out.printf(
        Locale.ROOT,
        "%d viewers at a time, %d views of each page, %d macros, %d kB with and %d kB without%n",
        VIEWERS,
        with.size(),
        MACROS,
        host.get(path(WITH)).body().length() / 1024,
        host.get(path(WITHOUT)).body().length() / 1024);
    PageLoad.print("page with twenty macros", with);
    PageLoad.print("baseline: its text alone", without);
    System.out.printf(
        Locale.ROOT,
        "ratio of the 95th percentiles, with to without: %.2f%n",
        PageLoad.percentile(with, 95) / PageLoad.percentile(without, 95));
  }

  private List<Double> round(String title) {
    ExecutorService people = Executors.newFixedThreadPool(VIEWERS);
    try {
      List<Future<List<Double>>> views =
          IntStream.range(0, VIEWERS)
              .mapToObj(number -> people.submit(() -> views(title, number)))
              .toList();
      List<Double> all = new ArrayList<>();
      for (Future<List<Double>> one : views) {
        all.addAll(one.get());
      }
      return all;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted", e);
    } finally {
      people.shutdownNow();
    }
  }

  private static String path(String title) {
    return "/display/DEMO/" + Visitor.encoded(title);
  }

  private List<Double> views(String title, int number) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host.url() + path(title)))
            .header("Authorization", "Bearer " + host.token(ACCOUNTS.get(number % ACCOUNTS.size())))
            .timeout(Duration.ofMinutes(2))
            .build();
    List<Double> millis = new ArrayList<>();
    for (int i = 0; i < VIEWS_EACH; i++) {
      long begin = System.nanoTime();
      HttpResponse<Void> response = http.send(request, HttpResponse.BodyHandlers.discarding());
      if (response.statusCode() != 200) {
        List<String> said = host.output();
        throw new IllegalStateException(
            title
                + " answered "
                + response.statusCode()
                + "; the host's last words: "
                + said.subList(Math.max(0, said.size() - 60), said.size()));
      }
      millis.add((System.nanoTime() - begin) / 1e6);
    }
    return millis;
  }
}
