package io.appofapps.confluence.promotion.plan;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts that have the same lines but for some that were changed in place, as
 * every edit of a plan leaves it; in the unified format of GNU diff.
 */
final class UnifiedDiff {

  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /**
   * The diff with its two header lines.
   *
   * @throws IllegalArgumentException when the texts have different numbers of lines
   */
  static String of(String path, byte[] before, byte[] after) {
    List<String> old = lines(before);
    List<String> now = lines(after);
    if (old.size() != now.size()) {
      throw new IllegalArgumentException("A plan changes lines, it adds and removes none");
    }
    StringBuilder diff = new StringBuilder("--- a/" + path + "\n+++ b/" + path + "\n");
    int line = 0;
    while ((line = nextChange(old, now, line)) < old.size()) {
      int last = line;
      int next = nextChange(old, now, line + 1);
      while (next < old.size() && next - last <= 2 * CONTEXT) {
        last = next;
        next = nextChange(old, now, next + 1);
      }
      hunk(diff, old, now, Math.max(0, line - CONTEXT), Math.min(old.size(), last + CONTEXT + 1));
      line = last + 1;
    }
    return diff.toString();
  }

  private static int nextChange(List<String> old, List<String> now, int from) {
    int line = from;
    while (line < old.size() && old.get(line).equals(now.get(line))) {
      line++;
    }
    return line;
  }

  private static void hunk(
      StringBuilder diff, List<String> old, List<String> now, int from, int to) {
    String range = (from + 1) + (to - from == 1 ? "" : "," + (to - from));
    diff.append("@@ -").append(range).append(" +").append(range).append(" @@\n");
    int line = from;
    while (line < to) {
      if (old.get(line).equals(now.get(line))) {
        write(diff, ' ', old.get(line++));
        continue;
      }
      int end = line;
      while (end < to && !old.get(end).equals(now.get(end))) {
        write(diff, '-', old.get(end++));
      }
      for (; line < end; line++) {
        write(diff, '+', now.get(line));
      }
    }
  }

  private static void write(StringBuilder diff, char sign, String line) {
    diff.append(sign).append(line);
    if (!line.endsWith("\n")) {
      diff.append("\n\\ No newline at end of file\n");
    }
  }

  /** With their ends. */
  private static List<String> lines(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    List<String> lines = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end + 1;
      lines.add(text.substring(from, to));
      from = to;
    }
    return lines;
  }
}
