package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.ConfigurationReader;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Tells configured repositories by their addresses, however these are spelt. */
@Named
public class KnownRepositories {

  private final ConfigurationReader configuration;

  @Inject
  public KnownRepositories(ConfigurationReader configuration) {
    this.configuration = configuration;
  }

  /**
   * Whether an address names the repository of that id.
   *
   * @param address as an Application has it
   */
  public boolean isOf(String address, String id) {
    return configuration.current().repositories().stream()
        .filter(each -> each.id().equals(id))
        .anyMatch(each -> RepositoryName.of(each.url()).equals(RepositoryName.of(address)));
  }
}
