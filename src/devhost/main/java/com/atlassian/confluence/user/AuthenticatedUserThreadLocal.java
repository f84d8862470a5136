package com.atlassian.confluence.user;

import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.user.HostConfluenceUser;

/** The host's implementation: who the current request acts for. */
public class AuthenticatedUserThreadLocal {

  /** The user of the thread; null is anonymous, as in the product. */
  public static ConfluenceUser get() {
    return CurrentUser.get().map(HostConfluenceUser::new).orElse(null);
  }
}
