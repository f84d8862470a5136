package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.jgit.lib.AnyObjectId;

/** Pushes to the configured repositories. */
@Named
public class RepositoryPushes implements Pushes {

  private static final Duration MOST_TIME = Duration.ofSeconds(60);

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
    return settings(base)
        .<Outcome>map(
            found -> new Push(new Remote(found, secrets::find), change, base.branch(), words).run())
        .orElseGet(() -> new Refused(words.unknown(base.address())));
  }

  @Override
  public Optional<String> find(RepositoryFiles.Commit base, String id) throws UnreadableException {
    RepositorySettings found =
        settings(base).orElseThrow(() -> new UnreadableException(words.unknown(base.address())));
    try {
      Branch branch = new Branch(new Remote(found, secrets::find), base.branch(), MOST_TIME);
      return branch.head().isEmpty()
          ? Optional.empty()
          : branch.history().find(id).map(AnyObjectId::name);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(words.of(found.url(), e), e);
    }
  }

  private Optional<RepositorySettings> settings(RepositoryFiles.Commit base) {
    return configuration.current().repositories().stream()
        .filter(each -> each.id().equals(base.repository()))
        .filter(each -> each.url().equals(base.address()))
        .findFirst();
  }
}
