package io.appofapps.confluence.view;

import java.io.Serializable;
import java.util.Locale;

/** The app's words in a language of choice: for people who are not asking at the moment. */
@FunctionalInterface
public interface TextsIn {

  /** As {@link Texts#get}, in that language or, where the app does not speak it, in English. */
  String get(Locale locale, String key, Serializable... arguments);
}
