package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;

/** Pushes to the configured repositories. */
@Named
public class RepositoryPushes implements Pushes {

  private final ConfigurationReader configuration;
  private final Secrets secrets;
  private final HostWords words;

  @Inject
  public RepositoryPushes(ConfigurationReader configuration, Secrets secrets, HostWords words) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.words = words;
  }

  @Override
  public Outcome push(Change change) {
    RepositoryFiles.Commit base = change.base();
    Optional<RepositorySettings> settings =
        configuration.current().repositories().stream()
            .filter(each -> each.id().equals(base.repository()))
            .filter(each -> each.url().equals(base.address()))
            .findFirst();
    return settings.isEmpty()
        ? new Refused(words.unknown(base.address()))
        : new Push(new Remote(settings.get(), secrets), change, words).run();
  }
}
