package io.appofapps.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.wiring.FrameworkWiring;

/** Felix inside this process; plugins see exported packages only, never the host's class path. */
final class OsgiFramework implements AutoCloseable {

  private static final long STOP_MILLIS = 10_000;

  private final Framework framework;
  private final AtomicInteger installed = new AtomicInteger();

  private OsgiFramework(Framework framework) {
    this.framework = framework;
  }

  static OsgiFramework start(Path cache, boolean withTestPackages) {
    Map<String, String> configuration = new HashMap<>();
    configuration.put(Constants.FRAMEWORK_STORAGE, cache.toString());
    configuration.put(
        Constants.FRAMEWORK_STORAGE_CLEAN, Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT);
    configuration.put(
        Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, ExportedPackages.header(withTestPackages));
    configuration.put(
        Constants.FRAMEWORK_BUNDLE_PARENT, Constants.FRAMEWORK_BUNDLE_PARENT_FRAMEWORK);
    // For a moment two versions of a plugin are there when one replaces the other.
    configuration.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
    configuration.put("felix.bootdelegation.implicit", "false");
    configuration.put("felix.log.level", "1");
    try {
      Framework framework = new FrameworkFactory().newFramework(configuration);
      framework.start();
      return new OsgiFramework(framework);
    } catch (BundleException e) {
      throw new IllegalStateException("The OSGi framework does not start", e);
    }
  }

  Bundle install(Path jar) {
    try (InputStream content = Files.newInputStream(jar)) {
      // A location of its own each time: by a known one OSGi would give back the bundle it has.
      String location = jar.toUri() + "#" + installed.incrementAndGet();
      return framework.getBundleContext().installBundle(location, content);
    } catch (BundleException | IOException e) {
      throw new PluginRefusedException(
          jar.getFileName() + " cannot be installed: " + e.getMessage(), e);
    }
  }

  <T> void register(Class<T> type, T service) {
    framework.getBundleContext().registerService(type, service, null);
  }

  Bundle[] bundles() {
    return framework.getBundleContext().getBundles();
  }

  /** Drops the class loaders of uninstalled bundles. */
  void refresh(Bundle bundle) throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    framework
        .adapt(FrameworkWiring.class)
        .refreshBundles(
            java.util.List.of(bundle),
            event -> {
              if (event.getType() == FrameworkEvent.PACKAGES_REFRESHED) {
                done.countDown();
              }
            });
    done.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
  }

  @Override
  public void close() {
    try {
      framework.stop();
      framework.waitForStop(STOP_MILLIS);
    } catch (BundleException e) {
      throw new IllegalStateException("The OSGi framework does not stop", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
