package io.appofapps.confluence.metrics;

import io.prometheus.metrics.core.metrics.Counter;
import io.prometheus.metrics.core.metrics.Histogram;
import io.prometheus.metrics.core.metrics.Summary;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/**
 * What is counted while people wait. Counting takes no lock and allocates next to nothing; labels
 * are names of the app's own things, never of Applications or people.
 */
@Named
public class Meters {

  private static final double NANOS = 1e9;
  private static final double[] RENDER_SECONDS = {
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5
  };

  private final PrometheusRegistry registry = new PrometheusRegistry();
  private final Histogram renders;
  private final Counter requests;
  private final Summary requestTimes;

  @Inject
  public Meters() {
    renders =
        Histogram.builder()
            .name("aoa_macro_render_seconds")
            .help("Time to render a macro, by macro and outcome.")
            .labelNames("macro", "outcome")
            .classicOnly()
            .classicUpperBounds(RENDER_SECONDS)
            .withoutExemplars()
            .register(registry);
    requests =
        Counter.builder()
            .name("aoa_rest_requests_total")
            .help("Answered REST requests, by resource, method and status.")
            .labelNames("resource", "method", "status")
            .withoutExemplars()
            .register(registry);
    requestTimes =
        Summary.builder()
            .name("aoa_rest_request_seconds")
            .help("Time to answer a REST request, by resource.")
            .labelNames("resource")
            .withoutExemplars()
            .register(registry);
  }

  /** How a macro was rendered. */
  public enum Outcome {
    /** Its block, or a box that says why there is none. */
    DONE("done"),
    /** A parameter cannot be used. */
    REFUSED("refused"),
    FAILED("failed");

    private final String label;

    Outcome(String label) {
      this.label = label;
    }
  }

  /** A macro was rendered. */
  public void rendered(String macro, Outcome outcome, long nanos) {
    renders.labelValues(macro, outcome.label).observe(nanos / NANOS);
  }

  /**
   * A REST request was answered.
   *
   * @param resource path of the resource below the REST root, without values
   * @param status of HTTP
   */
  public void answered(String resource, String method, int status, long nanos) {
    requests.labelValues(resource, method, Integer.toString(status)).inc();
    requestTimes.labelValues(resource).observe(nanos / NANOS);
  }

  PrometheusRegistry registry() {
    return registry;
  }
}
