package io.appofapps.confluence.metrics;

import io.prometheus.metrics.model.snapshots.MetricMetadata;
import io.prometheus.metrics.model.snapshots.MetricSnapshot;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures as JMX beans, one for each family: {@code
 * io.appofapps.confluence:type=Metrics,name=aoa_connection_state}. They are the very figures that
 * Prometheus gets.
 */
@Named
public class MetricBeans {

  static final String DOMAIN = "io.appofapps.confluence";
  private static final Logger LOG = LoggerFactory.getLogger(MetricBeans.class);

  private final Scrapes scrapes;
  private final MBeanServer server;
  private final List<ObjectName> registered = new ArrayList<>();

  @Inject
  public MetricBeans(Scrapes scrapes) {
    this(scrapes, ManagementFactory.getPlatformMBeanServer());
  }

  MetricBeans(Scrapes scrapes, MBeanServer server) {
    this.scrapes = scrapes;
    this.server = server;
  }

  /** Registers them; a name that another node in the same process has stays with that one. */
  public synchronized void start() {
    for (MetricSnapshot snapshot : scrapes.now()) {
      MetricMetadata metadata = snapshot.getMetadata();
      try {
        ObjectName name = new ObjectName(DOMAIN + ":type=Metrics,name=" + metadata.getName());
        if (!server.isRegistered(name)) {
          server.registerMBean(
              new MetricBean(metadata.getHelp(), () -> family(metadata.getName())), name);
          registered.add(name);
        }
      } catch (JMException e) {
        LOG.warn("The figures {} cannot be seen by JMX", metadata.getName(), e);
      }
    }
  }

  /** Takes away those that were registered. */
  public synchronized void stop() {
    for (ObjectName name : registered) {
      try {
        server.unregisterMBean(name);
      } catch (JMException e) {
        LOG.debug("{} was gone already", name, e);
      }
    }
    registered.clear();
  }

  private Optional<MetricSnapshot> family(String name) {
    return scrapes.now().stream()
        .filter(snapshot -> snapshot.getMetadata().getName().equals(name))
        .findFirst();
  }
}
