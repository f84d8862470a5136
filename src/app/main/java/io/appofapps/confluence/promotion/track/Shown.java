package io.appofapps.confluence.promotion.track;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.promotion.Move;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which value of a move an Application shows. */
enum Shown {
  /** The new one. */
  AFTER,
  /** The old one. */
  BEFORE,
  /** Another one, where there can be but one. */
  OTHER,
  /** Neither can be seen in it: the value is one of those that leave no trace there. */
  NOTHING;

  private static final Pattern REVISION =
      Pattern.compile("(?:sources\\[(\\d{1,4})\\]\\.)?targetRevision");

  static Shown of(Application target, Move move) {
    Matcher revision = REVISION.matcher(move.what());
    if (revision.matches()) {
      int index = revision.group(1) == null ? 0 : Integer.parseInt(revision.group(1));
      List<Source> sources = target.sources();
      return index < sources.size() ? exactly(sources.get(index).targetRevision(), move) : OTHER;
    }
    if (runs(target, move.after())) {
      return AFTER;
    }
    return runs(target, move.before()) ? BEFORE : NOTHING;
  }

  private static Shown exactly(String value, Move move) {
    if (value.equals(move.after())) {
      return AFTER;
    }
    return value.equals(move.before()) ? BEFORE : OTHER;
  }

  /** Whether a source declares the revision, or an image has the tag or digest. */
  private static boolean runs(Application target, String value) {
    return !value.isEmpty()
        && (target.sources().stream().anyMatch(each -> each.targetRevision().equals(value))
            || target.images().stream()
                .anyMatch(image -> image.endsWith(":" + value) || image.endsWith("@" + value)));
  }
}
