package io.appofapps.confluence.view.environments;

import io.appofapps.confluence.environment.matrix.ShownVersion;
import io.appofapps.confluence.view.RevisionText;

/** A version in a few characters. */
public final class VersionText {

  private VersionText() {}

  /** A declared revision says little without the commit it stands for. */
  public static String of(ShownVersion version) {
    String shown = RevisionText.shortened(version.version());
    String commit = RevisionText.shortened(version.revision());
    return version.kind() != ShownVersion.Kind.REVISION || commit.isEmpty() || commit.equals(shown)
        ? shown
        : shown + " \u00b7 " + commit;
  }
}
