package io.appofapps.devhost.browser;

/**
 * Counts as commits: the app shows the first seven digits of a commit, so that a reader of a page
 * can tell the number.
 */
public final class Revisions {

  private static final int SHOWN = 7;
  private static final int REST = 40 - SHOWN;

  private Revisions() {}

  /** The commit of a number below 16⁷. */
  public static String write(long number) {
    return ("%0" + SHOWN + "x").formatted(number) + "0".repeat(REST);
  }

  /** The number of a commit as the cluster and the rows say it. */
  public static long read(String commit) {
    return Long.parseLong(commit.substring(0, SHOWN), 16);
  }

  /** The number of a commit as the app shows it, {@code main · 000002a}. */
  public static long readShown(String text) {
    return Long.parseLong(text.substring(text.length() - SHOWN), 16);
  }
}
