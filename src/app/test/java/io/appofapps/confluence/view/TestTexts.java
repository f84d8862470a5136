package io.appofapps.confluence.view;

import java.io.Serializable;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The real English texts; a key that does not exist is an error. */
public final class TestTexts implements Texts {

  private final ResourceBundle bundle =
      ResourceBundle.getBundle("io.appofapps.confluence.i18n", Locale.ROOT);

  @Override
  public String get(String key, Serializable... arguments) {
    String text = bundle.getString(key);
    return arguments.length == 0 ? text : new MessageFormat(text, Locale.ENGLISH).format(arguments);
  }
}
