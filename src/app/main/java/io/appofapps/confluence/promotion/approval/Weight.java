package io.appofapps.confluence.promotion.approval;

import java.util.Locale;

/** Whether a vote counts, and why not. */
public enum Weight {
  COUNTS,
  /** The person has voted again since. */
  REPLACED,
  /** It was given to another plan than the one that is asked for. */
  OTHER_PLAN,
  /** It is the approval of the person who asked, and two are needed. */
  REQUESTER,
  /** Confluence no longer lets the person sign in. */
  GONE,
  /** The person may not approve, or may no longer. */
  NOT_ENTITLED;

  /** The word in REST: {@code other-plan}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Key of the sentence for people. */
  public String text() {
    return "aoa.promotion.vote." + word();
  }
}
