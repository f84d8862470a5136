package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.appofapps.confluence.cluster.Connections;
import io.appofapps.confluence.state.rows.RowCache;
import io.appofapps.confluence.view.PreparedState;
import io.appofapps.confluence.view.TreePages;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;

/**
 * Starts the app's background work when the host is ready and ends it when the app is disabled. The
 * stored rows come first, so that pages answer after a restart even with the clusters away.
 */
@Named
@ExportAsService(LifecycleAware.class)
public class Lifecycle implements LifecycleAware, DisposableBean {

  private static final Logger LOG = LoggerFactory.getLogger(Lifecycle.class);

  /** A database that hangs must not hold up the watching. */
  private static final Duration RESTORE_LIMIT = Duration.ofSeconds(10);

  private final ApplicationProperties application;
  private final Connections connections;
  private final RowCache rows;
  private final PreparedState prepared;
  private final TreePages pages;

  @Inject
  public Lifecycle(
      @ComponentImport ApplicationProperties application,
      Connections connections,
      RowCache rows,
      PreparedState prepared,
      TreePages pages) {
    this.application = application;
    this.connections = connections;
    this.rows = rows;
    this.prepared = prepared;
    this.pages = pages;
  }

  @Override
  public void onStart() {
    prepared.start(pages::prepare);
    Optional<Path> home =
        application.getSharedHomeDirectory().or(application::getLocalHomeDirectory);
    if (home.isPresent()) {
      connections.start(home.get(), this::restore);
    } else {
      LOG.error("Confluence names no home directory, so no cluster connection can be configured");
    }
  }

  private void restore() {
    rows.start();
    if (!rows.awaitRestored(RESTORE_LIMIT)) {
      LOG.warn("Reading the stored cluster state takes long; watching starts without it");
    }
  }

  @Override
  public void destroy() {
    connections.stop();
    rows.stop();
    prepared.stop();
  }
}
