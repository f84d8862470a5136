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
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Two hundred people view one page at the same time, in turn with its twenty macros and without
 * them: first each again as soon as the page is there, which keeps all processors busy, then each
 * again after having read for a while. The first views warm up.
 */
final class CrowdLoad {
  static final String WITH = "Twenty macros";
  static final String WITHOUT = "Twenty paragraphs";
  private static final int MACROS = 20;
  private static final int VIEWERS = Integer.getInteger("load.viewers", 200);
  private static final int ROUNDS = Integer.getInteger("load.rounds", 6);
  private static final int VIEWS_EACH = 3;
  private static final Duration READING = Duration.ofSeconds(10);
  private static final Pattern TOTAL = Pattern.compile("total;dur=([0-9.]+)");
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

  /** Prints both pages' times and their ratios: without a pause, and with people who read. */
  void measure() {
    round(WITHOUT, Duration.ZERO);
    round(WITH, Duration.ZERO);
    System.out.printf(
        Locale.ROOT,
        "%d viewers, %d macros, %d kB with and %d kB without%n",
        VIEWERS,
        MACROS,
        host.get(path(WITH)).body().length() / 1024,
        host.get(path(WITHOUT)).body().length() / 1024);
    compare("each again at once", ROUNDS, Duration.ZERO);
    compare("each again after " + READING.toSeconds() + " s on average", 2, READING);
  }

  private void compare(String how, int rounds, Duration pause) {
    List<View> with = new ArrayList<>();
    List<View> without = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      without.addAll(round(WITHOUT, pause));
      with.addAll(round(WITH, pause));
    }
    System.out.printf(Locale.ROOT, "%s, %d views of each page%n", how, with.size());
    print("server time", with, without, View::server);
    print("time of the viewer", with, without, View::viewer);
  }

  private static void print(
      String what, List<View> with, List<View> without, ToDoubleFunction<View> time) {
    List<Double> more = with.stream().mapToDouble(time).boxed().toList();
    List<Double> less = without.stream().mapToDouble(time).boxed().toList();
    PageLoad.print(what + ", twenty macros", more);
    PageLoad.print(what + ", text alone", less);
    System.out.printf(
        Locale.ROOT,
        "ratio of the medians %.2f, of the 95th percentiles %.2f%n",
        PageLoad.percentile(more, 50) / PageLoad.percentile(less, 50),
        PageLoad.percentile(more, 95) / PageLoad.percentile(less, 95));
  }

  private List<View> round(String title, Duration pause) {
    ExecutorService people = Executors.newFixedThreadPool(VIEWERS);
    try {
      List<Future<List<View>>> views =
          IntStream.range(0, VIEWERS)
              .mapToObj(number -> people.submit(() -> views(title, number, pause)))
              .toList();
      List<View> all = new ArrayList<>();
      for (Future<List<View>> one : views) {
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

  /** Pauses are spread evenly from none to twice the average, the first one too. */
  private List<View> views(String title, int number, Duration pause)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(host.url() + path(title)))
            .header("Authorization", "Bearer " + host.token(ACCOUNTS.get(number % ACCOUNTS.size())))
            .timeout(Duration.ofMinutes(2))
            .build();
    List<View> views = new ArrayList<>();
    for (int i = 0; i < VIEWS_EACH; i++) {
      Thread.sleep((long) (ThreadLocalRandom.current().nextDouble() * 2 * pause.toMillis()));
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
      views.add(new View((System.nanoTime() - begin) / 1e6, server(response)));
    }
    return views;
  }

  private static double server(HttpResponse<Void> response) {
    return response.headers().allValues("Server-Timing").stream()
        .map(TOTAL::matcher)
        .filter(Matcher::find)
        .mapToDouble(found -> Double.parseDouble(found.group(1)))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("The host tells no server time"));
  }

  /**
   * In milliseconds.
   *
   * @param viewer until the page was there
   * @param server until the host began to send it
   */
  private record View(double viewer, double server) {}
}
