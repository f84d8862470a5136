package io.appofapps.confluence.diagnostics;

/** Compares the app's use of the host's API with the host that runs. */
public interface CompatibilityCheck {

  /** Compares now; loads classes but runs none of their code. */
  CompatibilityReport check();
}
