package io.appofapps.confluence.configuration;

/** Where the configuration is changed: one document, of which every version is kept for a while. */
public interface ConfigurationStore extends ConfigurationReader {

  /**
   * The newest version of all nodes, read from the database; version 0 and {@link
   * Configuration#EMPTY} before anybody has decided anything.
   */
  StoredConfiguration latest();

  /**
   * Puts a configuration in force.
   *
   * @param expected version the change was made on
   * @param next what shall hold, checked here once more
   * @param author key of the user, or the name of the file it came from; not empty
   * @return the new version; the unchanged one when {@code next} equals what holds
   * @throws VersionConflictException when somebody else has saved since {@code expected}
   * @throws InvalidConfigurationException when it breaks a rule
   */
  StoredConfiguration replace(long expected, Configuration next, String author);
}
