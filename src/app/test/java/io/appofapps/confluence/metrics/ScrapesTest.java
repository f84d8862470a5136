package io.appofapps.confluence.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javax.management.Attribute;
import javax.management.AttributeNotFoundException;
import javax.management.MBeanServer;
import javax.management.MBeanServerFactory;
import javax.management.ObjectName;
import org.junit.jupiter.api.Test;

class ScrapesTest {

  private final Meters meters = new Meters();
  private final AtomicLong nanos = new AtomicLong();
  private final Scrapes scrapes = new Scrapes(meters, nanos::get);

  private String text(Scrapes.Format format) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    scrapes.write(format, out);
    return out.toString(StandardCharsets.UTF_8);
  }

  @Test
  void timesOfMacrosAreAHistogramByMacroAndOutcome() throws IOException {
    meters.rendered("tree", Meters.Outcome.DONE, Duration.ofMillis(3).toNanos());
    meters.rendered("tree", Meters.Outcome.DONE, Duration.ofMillis(30).toNanos());
    meters.rendered("tree", Meters.Outcome.FAILED, Duration.ofMillis(1).toNanos());
    assertThat(text(Scrapes.Format.TEXT))
        .contains("# TYPE aoa_macro_render_seconds histogram")
        .contains("aoa_macro_render_seconds_bucket{macro=\"tree\",outcome=\"done\",le=\"0.005\"} 1")
        .contains("aoa_macro_render_seconds_bucket{macro=\"tree\",outcome=\"done\",le=\"0.05\"} 2")
        .contains("aoa_macro_render_seconds_count{macro=\"tree\",outcome=\"failed\"} 1");
  }

  @Test
  void theFormatIsTheOneThatIsAskedFor() throws IOException {
    meters.answered("sets", "GET", 404, 1_000);
    assertThat(Scrapes.Format.of(null)).isEqualTo(Scrapes.Format.TEXT);
    assertThat(Scrapes.Format.of("text/html, */*")).isEqualTo(Scrapes.Format.TEXT);
    assertThat(Scrapes.Format.of("application/openmetrics-text; version=1.0.0"))
        .isEqualTo(Scrapes.Format.OPEN_METRICS);
    assertThat(Scrapes.Format.TEXT.contentType())
        .startsWith("text/plain; version=0.0.4; charset=utf-8");
    assertThat(Scrapes.Format.OPEN_METRICS.contentType())
        .startsWith("application/openmetrics-text; version=1.0.0; charset=utf-8");
    String line = "aoa_rest_requests_total{method=\"GET\",resource=\"sets\",status=\"404\"} 1.0";
    assertThat(text(Scrapes.Format.TEXT)).contains(line).doesNotContain("# EOF");
    assertThat(text(Scrapes.Format.OPEN_METRICS)).contains(line).endsWith("# EOF\n");
  }

  @Test
  void whoeverAsksWithinTwoSecondsGetsTheSameFigures() {
    AtomicInteger collected = new AtomicInteger();
    meters
        .registry()
        .register(
            () -> {
              collected.incrementAndGet();
              return new Figures().all();
            });
    scrapes.now();
    nanos.addAndGet(Duration.ofSeconds(2).toNanos());
    scrapes.now();
    assertThat(collected).hasValue(1);
    nanos.addAndGet(1);
    scrapes.now();
    assertThat(collected).hasValue(2);
  }

  @Test
  void beansComeAndGoAndShowTheSameFigures() throws Exception {
    MBeanServer server = MBeanServerFactory.newMBeanServer();
    MetricBeans beans = new MetricBeans(scrapes, server);
    beans.start();
    MetricBeans ofAnotherNode = new MetricBeans(scrapes, server);
    ofAnotherNode.start();
    ObjectName name =
        new ObjectName("io.appofapps.confluence:type=Metrics,name=aoa_macro_render_seconds");
    nanos.addAndGet(Duration.ofSeconds(3).toNanos());
    meters.rendered("tree", Meters.Outcome.DONE, Duration.ofSeconds(2).toNanos());
    assertThat(server.getMBeanInfo(name).getAttributes())
        .extracting("name")
        .containsExactly("tree.done.count", "tree.done.sum");
    assertThat(server.getAttribute(name, "tree.done.sum")).isEqualTo(2d);
    assertThatThrownBy(() -> server.getAttribute(name, "other"))
        .isInstanceOf(AttributeNotFoundException.class);
    assertThatThrownBy(() -> server.setAttribute(name, new Attribute("tree.done.sum", 0d)))
        .isInstanceOf(AttributeNotFoundException.class);
    ofAnotherNode.stop();
    assertThat(server.isRegistered(name)).isTrue();
    beans.stop();
    assertThat(server.queryNames(new ObjectName(MetricBeans.DOMAIN + ":*"), null)).isEmpty();
  }

  @Test
  void figuresKnowTheirLabels() {
    Figures figures = new Figures();
    figures.gauge("aoa_x", "X.", "connection").add(1, "prod").add(2, "test");
    figures.counter("aoa_y", "Y.").add(3);
    MetricSnapshots all = figures.all();
    assertThat(all.stream().map(each -> each.getMetadata().getName()))
        .containsExactly("aoa_x", "aoa_y");
    assertThat(all.get(0).getDataPoints().get(1).getLabels().get("connection")).isEqualTo("test");
  }
}
