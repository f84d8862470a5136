package io.appofapps.confluence.diagnostics;

import java.util.List;

/**
 * The app's use of the API against a running host.
 *
 * @param confluenceVersion version the host says it has
 * @param checked number of uses compared
 * @param missing those that would fail, never null; empty when the host has all
 */
public record CompatibilityReport(String confluenceVersion, int checked, List<Missing> missing) {

  public CompatibilityReport {
    missing = List.copyOf(missing);
  }

  public boolean compatible() {
    return missing.isEmpty();
  }

  /**
   * A use that would fail in this host.
   *
   * @param use type, or type with member and JVM descriptor
   * @param reason why it would fail
   */
  public record Missing(String use, String reason) {}
}
