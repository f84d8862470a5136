package io.appofapps.confluence.cluster;

import io.appofapps.confluence.configuration.ServerRules;

/** Rules that a test can loosen. */
public final class TestRules implements ServerRules {

  public volatile boolean exec;
  public volatile boolean files;
  public volatile boolean insecureTls;
  public volatile boolean adminTokens = true;

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

  @Override
  public boolean allowsAdminTokens() {
    return adminTokens;
  }
}
