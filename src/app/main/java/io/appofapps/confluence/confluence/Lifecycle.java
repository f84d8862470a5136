package io.appofapps.confluence.confluence;

import com.atlassian.plugin.spring.scanner.annotation.export.ExportAsService;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.lifecycle.LifecycleAware;
import io.appofapps.confluence.administration.ConfigurationFile;
import io.appofapps.confluence.cluster.Connections;
import io.appofapps.confluence.configuration.rows.StoredConfigurations;
import io.appofapps.confluence.git.RepositoryCommits;
import io.appofapps.confluence.metrics.MetricBeans;
import io.appofapps.confluence.state.leader.Leadership;
import io.appofapps.confluence.state.rows.NodeHealth;
import io.appofapps.confluence.state.rows.RowCache;
import io.appofapps.confluence.view.PreparedState;
import io.appofapps.confluence.view.TreePages;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.nio.file.Path;
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

  private final ApplicationProperties application;
  private final StoredConfigurations configurations;
  private final ConfigurationFile file;
  private final Connections connections;
  private final RowCache rows;
  private final Leadership leadership;
  private final NodeHealth health;
  private final PreparedState prepared;
  private final TreePages pages;
  private final DocumentationLife documentation;
  private final RepositoryCommits commits;
  private final PromotionUpkeep upkeep;
  private final MetricBeans beans;

  @Inject
  public Lifecycle(
      @ComponentImport ApplicationProperties application,
      StoredConfigurations configurations,
      ConfigurationFile file,
      Connections connections,
      RowCache rows,
      Leadership leadership,
      NodeHealth health,
      PreparedState prepared,
      TreePages pages,
      DocumentationLife documentation,
      RepositoryCommits commits,
      PromotionUpkeep upkeep,
      MetricBeans beans) {
    this.application = application;
    this.configurations = configurations;
    this.file = file;
    this.connections = connections;
    this.rows = rows;
    this.leadership = leadership;
    this.health = health;
    this.prepared = prepared;
    this.pages = pages;
    this.documentation = documentation;
    this.commits = commits;
    this.upkeep = upkeep;
    this.beans = beans;
  }

  @Override
  public void onStart() {
    prepared.start(pages::prepare);
    Optional<Path> home =
        application.getSharedHomeDirectory().or(application::getLocalHomeDirectory);
    if (home.isPresent()) {
      rows.start();
      configurations.start();
      file.start(home.get());
      connections.start();
      leadership.start();
      documentation.start();
      commits.start();
      upkeep.start();
      beans.start();
    } else {
      LOG.error("Confluence names no home directory, so no cluster connection can be configured");
    }
  }

  @Override
  public void destroy() {
    upkeep.stop();
    beans.stop();
    commits.stop();
    documentation.stop();
    leadership.stop();
    connections.stop();
    file.stop();
    configurations.stop();
    rows.stop();
    health.leave();
    prepared.stop();
  }
}
