package io.appofapps.confluence.diagnostics;

import org.osgi.framework.Bundle;
import org.osgi.framework.FrameworkUtil;

/** Which version of the app this is. */
public final class AppVersion {

  private AppVersion() {}

  /** That of the bundle, empty outside of one. */
  public static String get() {
    Bundle bundle = FrameworkUtil.getBundle(AppVersion.class);
    return bundle == null ? "" : bundle.getVersion().toString();
  }
}
