package io.appofapps.devhost.console;

/** Takes apps away and brings them back, besides switching them. */
public interface AppInstaller extends AppSwitch {

  /** Disables and removes the app; does nothing for an unknown key. */
  void uninstall(String key);

  /**
   * Installs and enables the app from the jar it came from when the host started, as that file is
   * now; replaces the one that is installed.
   *
   * @return whether the host was started with such an app
   */
  boolean install(String key);
}
