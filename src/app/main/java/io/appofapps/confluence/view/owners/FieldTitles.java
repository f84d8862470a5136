package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.ownership.Field;
import io.appofapps.confluence.ownership.MetadataRules;
import io.appofapps.confluence.view.Texts;

/** What fields are called. */
final class FieldTitles {

  private FieldTitles() {}

  /** The administrator's word, else the app's in the reader's language. */
  static String of(Field field, Texts texts) {
    boolean own = field.title().isEmpty() && MetadataRules.KNOWN.contains(field.id());
    return own ? texts.get("aoa.field." + field.id()) : field.title();
  }
}
