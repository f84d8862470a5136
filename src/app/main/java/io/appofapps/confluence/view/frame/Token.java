package io.appofapps.confluence.view.frame;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a page shows of a block, in a word that it sends back: {@code revision.shell}, with an
 * {@code !} behind when it says that the controller looks stuck.
 *
 * @param revision of the snapshot; 0 is before everything
 * @param shell tells apart what holds the rows; empty when unknown
 * @param frozen whether the page says that the controller looks stuck
 */
public record Token(long revision, String shell, boolean frozen) {

  private static final Token NOTHING = new Token(0, "", false);
  private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.([0-9a-f]{1,8})(!?)");

  static Token of(long revision, String shell, boolean frozen) {
    return new Token(revision, Integer.toHexString(shell.hashCode()), frozen);
  }

  /** Reads what a page sent; what is none of ours stands for a page that shows nothing yet. */
  public static Token parse(String sent) {
    Matcher parts = WRITTEN.matcher(sent);
    return parts.matches()
        ? new Token(Long.parseLong(parts.group(1)), parts.group(2), !parts.group(3).isEmpty())
        : NOTHING;
  }

  @Override
  public String toString() {
    return revision + "." + shell + (frozen ? "!" : "");
  }
}
