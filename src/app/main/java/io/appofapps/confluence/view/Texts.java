package io.appofapps.confluence.view;

import java.io.Serializable;

/** The app's words in the language of whoever asks. */
@FunctionalInterface
public interface Texts {

  /** The text of the key in {@code i18n.properties}, its places filled; plain text, not HTML. */
  String get(String key, Serializable... arguments);
}
