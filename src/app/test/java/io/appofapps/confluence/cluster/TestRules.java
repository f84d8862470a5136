package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ServerRules;

/** Rules that a test can loosen. */
final class TestRules implements ServerRules {

  volatile boolean exec;
  volatile boolean files;
  volatile boolean insecureTls;

  @Override
  public boolean allowsExec() {
    return exec;
  }

  @Override
  public boolean allowsFiles() {
    return files;
  }

  @Override
  public boolean allowsInsecureTls() {
    return insecureTls;
  }
}
