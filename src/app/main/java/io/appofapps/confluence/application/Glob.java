package io.appofapps.confluence.application;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Argo CD's globs without separators, as in its policies and sync windows: {@code *} crosses
 * slashes; {@code ?}, {@code [a-z]}, {@code [!a]}, <code>{a,b}</code> and backslash as usual.
 */
public final class Glob {

  private final String glob;
  private final StringBuilder regex = new StringBuilder();
  private int at;
  private int depth;

  private Glob(String glob) {
    this.glob = glob;
  }

  /**
   * The expression for a whole text.
   *
   * @throws PatternSyntaxException when a bracket, a brace or an escape does not end
   */
  public static Pattern compile(String glob) {
    return new Glob(glob).compiled();
  }

  private Pattern compiled() {
    while (at < glob.length()) {
      char c = glob.charAt(at++);
      switch (c) {
        case '*' -> star();
        case '?' -> regex.append('.');
        case '[' -> range();
        case '{' -> open();
        case '}' -> close();
        case ',' -> regex.append(depth > 0 ? "|" : ",");
        case '\\' -> literal(next());
        default -> literal(c);
      }
    }
    if (depth > 0) {
      throw bad("A brace does not end");
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }

  private void star() {
    while (at < glob.length() && glob.charAt(at) == '*') {
      at++;
    }
    regex.append(".*");
  }

  private void open() {
    depth++;
    regex.append("(?:");
  }

  private void close() {
    if (depth == 0) {
      literal('}');
    } else {
      depth--;
      regex.append(')');
    }
  }

  private void range() {
    regex.append('[');
    if (at < glob.length() && glob.charAt(at) == '!') {
      at++;
      regex.append('^');
    }
    int begin = at;
    while (at < glob.length() && glob.charAt(at) != ']') {
      char c = glob.charAt(at++);
      boolean dash = c == '-' && at - 1 > begin && at < glob.length() && glob.charAt(at) != ']';
      if (dash) {
        regex.append('-');
      } else {
        char taken = c == '\\' ? next() : c;
        regex.append(Character.isLetterOrDigit(taken) ? "" : "\\").append(taken);
      }
    }
    if (at >= glob.length() || at == begin) {
      throw bad("A bracket does not end");
    }
    at++;
    regex.append(']');
  }

  private char next() {
    if (at >= glob.length()) {
      throw bad("An escape escapes nothing");
    }
    return glob.charAt(at++);
  }

  private void literal(char c) {
    regex.append(Character.isLetterOrDigit(c) ? "" : "\\").append(c);
  }

  private PatternSyntaxException bad(String why) {
    return new PatternSyntaxException(why, glob, at);
  }
}
