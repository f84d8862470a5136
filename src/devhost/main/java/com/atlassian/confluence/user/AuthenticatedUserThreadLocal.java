package com.atlassian.confluence.user;

import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.user.HostConfluenceUser;

/** The host's implementation: who the current request acts for. */
public class AuthenticatedUserThreadLocal {

  /** The user of the thread; null is anonymous, as in the product. */
  public static ConfluenceUser get() {
    return CurrentUser.get().map(HostConfluenceUser::new).orElse(null);
  }

  /** From now on the thread acts for the user; null is anonymous. */
  public static void set(ConfluenceUser user) {
    CurrentUser.set(user instanceof HostConfluenceUser known ? known.account() : null);
  }
}
