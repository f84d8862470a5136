package io.appofapps.confluence.cluster;

import jakarta.inject.Named;
import java.net.URI;
import java.util.Optional;

/** The settings as last read; asking costs no I/O. */
@Named
public class CurrentSettings {

  private volatile Settings settings = new Settings.Absent();

  /** The settings as last read. */
  public Settings get() {
    return settings;
  }

  /** Base address of Argo CD's user interface for the connection. */
  public Optional<URI> argoCdUrl(String connection) {
    return settings instanceof Settings.Usable usable
            && usable.connection().connection().equals(connection)
        ? usable.connection().argoCdUrl()
        : Optional.empty();
  }

  void set(Settings newest) {
    settings = newest;
  }
}
