package io.appofapps.confluence.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.InfoSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Figures of one moment, written down family by family. */
final class Figures {

  private final List<Supplier<MetricSnapshot>> families = new ArrayList<>();

  /** Adds the value of one series; label values in the order of the family's label names. */
  interface Family {
    Family add(double value, String... labels);
  }

  Family gauge(String name, String help, String... labelNames) {
    GaugeSnapshot.Builder builder = GaugeSnapshot.builder().name(name).help(help);
    families.add(builder::build);
    return new Family() {
      @Override
      public Family add(double value, String... labels) {
        builder.dataPoint(
            GaugeSnapshot.GaugeDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labelNames, labels))
                .build());
        return this;
      }
    };
  }

  /**
   * @param name without {@code _total}
   */
  Family counter(String name, String help, String... labelNames) {
    CounterSnapshot.Builder builder = CounterSnapshot.builder().name(name).help(help);
    families.add(builder::build);
    return new Family() {
      @Override
      public Family add(double value, String... labels) {
        builder.dataPoint(
            CounterSnapshot.CounterDataPointSnapshot.builder()
                .value(value)
                .labels(Labels.of(labelNames, labels))
                .build());
        return this;
      }
    };
  }

  /**
   * @param name without {@code _info}
   */
  void info(String name, String help, String... labels) {
    families.add(
        () ->
            InfoSnapshot.builder()
                .name(name)
                .help(help)
                .dataPoint(
                    InfoSnapshot.InfoDataPointSnapshot.builder().labels(Labels.of(labels)).build())
                .build());
  }

  MetricSnapshots all() {
    return new MetricSnapshots(families.stream().map(Supplier::get).toList());
  }
}
