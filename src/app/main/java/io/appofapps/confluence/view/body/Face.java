package io.appofapps.confluence.view.body;

/** For whom markup is written. */
public enum Face {
  /** A browser with the app's style sheet and, mostly, its script. */
  PAGE,
  /** Paper, documents, e-mails, feeds: neither style sheet nor script, absolute times. */
  EXPORT
}
