package io.appofapps.confluence.metrics;

import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DataPointSnapshot;
import io.prometheus.metrics.model.snapshots.DistributionDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Label;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.management.Attribute;
import javax.management.AttributeList;
import javax.management.AttributeNotFoundException;
import javax.management.DynamicMBean;
import javax.management.ImmutableDescriptor;
import javax.management.MBeanAttributeInfo;
import javax.management.MBeanInfo;

/**
 * One family of figures as a bean. Each series is a read-only number named by its label values,
 * joined with dots; {@code Value} where there are no labels. Of a distribution there are {@code
 * ….count} and {@code ….sum}.
 */
final class MetricBean implements DynamicMBean {

  private final String help;
  private final Supplier<Optional<MetricSnapshot>> family;

  /**
   * @param family the figures of this moment, empty while there are none
   */
  MetricBean(String help, Supplier<Optional<MetricSnapshot>> family) {
    this.help = help;
    this.family = family;
  }

  private Map<String, Double> values() {
    Map<String, Double> values = new TreeMap<>();
    family
        .get()
        .ifPresent(snapshot -> snapshot.getDataPoints().forEach(point -> put(values, point)));
    return values;
  }

  private static void put(Map<String, Double> values, DataPointSnapshot point) {
    String labels =
        point.getLabels().stream().map(Label::getValue).collect(Collectors.joining("."));
    String name = labels.isEmpty() ? "Value" : labels;
    if (point instanceof GaugeDataPointSnapshot gauge) {
      values.put(name, gauge.getValue());
    } else if (point instanceof CounterDataPointSnapshot counter) {
      values.put(name, counter.getValue());
    } else if (point instanceof DistributionDataPointSnapshot distribution) {
      values.put(name + ".count", (double) distribution.getCount());
      values.put(name + ".sum", distribution.getSum());
    } else {
      // information: all is in the labels
      values.put(name, 1d);
    }
  }

  @Override
  public Object getAttribute(String attribute) throws AttributeNotFoundException {
    Double value = values().get(attribute);
    if (value == null) {
      throw new AttributeNotFoundException(attribute);
    }
    return value;
  }

  @Override
  public AttributeList getAttributes(String[] attributes) {
    Map<String, Double> values = values();
    AttributeList list = new AttributeList();
    for (String attribute : attributes) {
      if (values.containsKey(attribute)) {
        list.add(new Attribute(attribute, values.get(attribute)));
      }
    }
    return list;
  }

  @Override
  public MBeanInfo getMBeanInfo() {
    return new MBeanInfo(
        MetricBean.class.getName(),
        help,
        values().keySet().stream()
            .map(name -> new MBeanAttributeInfo(name, "double", name, true, false, false))
            .toArray(MBeanAttributeInfo[]::new),
        null,
        null,
        null,
        new ImmutableDescriptor("immutableInfo=false"));
  }

  @Override
  public void setAttribute(Attribute attribute) throws AttributeNotFoundException {
    throw new AttributeNotFoundException("Figures are read only.");
  }

  @Override
  public AttributeList setAttributes(AttributeList attributes) {
    return new AttributeList();
  }

  @Override
  public Object invoke(String action, Object[] arguments, String[] signature) {
    throw new UnsupportedOperationException("Figures are read only.");
  }
}
