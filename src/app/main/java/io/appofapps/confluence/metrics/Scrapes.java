package io.appofapps.confluence.metrics;

import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.OpenMetricsTextFormatWriter;
import io.prometheus.metrics.expositionformats.PrometheusTextFormatWriter;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * All figures of this node. Those of the last moment are given again for two seconds, so that
 * however many ask, the rows are counted once.
 */
@Named
public class Scrapes {

  private static final long FRESH_NANOS = Duration.ofSeconds(2).toNanos();
  private static final ExpositionFormatWriter OPEN_METRICS = OpenMetricsTextFormatWriter.create();
  private static final ExpositionFormatWriter PROMETHEUS = PrometheusTextFormatWriter.create();

  private final Meters meters;
  private final LongSupplier nanos;
  private MetricSnapshots last;
  private long at;

  @Inject
  public Scrapes(Meters meters, StateFigures state, WorkFigures work) {
    this(meters, System::nanoTime);
    meters.registry().register(state);
    meters.registry().register(work);
  }

  Scrapes(Meters meters, LongSupplier nanos) {
    this.meters = meters;
    this.nanos = nanos;
  }

  synchronized MetricSnapshots now() {
    long now = nanos.getAsLong();
    if (last == null || now - at > FRESH_NANOS) {
      last = meters.registry().scrape();
      at = now;
    }
    return last;
  }

  /** A text format of Prometheus, by what the reader accepts. */
  public enum Format {
    /** Text format 0.0.4. */
    TEXT(PROMETHEUS),
    /** OpenMetrics 1.0.0. */
    OPEN_METRICS(Scrapes.OPEN_METRICS);

    private final ExpositionFormatWriter writer;

    Format(ExpositionFormatWriter writer) {
      this.writer = writer;
    }

    /**
     * @param accept header of the request, null when there is none
     */
    public static Format of(String accept) {
      return OPEN_METRICS.writer.accepts(accept) ? OPEN_METRICS : TEXT;
    }

    /** Value of the header {@code Content-Type}. */
    public String contentType() {
      return writer.getContentType();
    }
  }

  /** Writes all figures; leaves the stream open. */
  public void write(Format format, OutputStream out) throws IOException {
    format.writer.write(out, now());
  }
}
