package io.appofapps.confluence.docs;

import io.appofapps.confluence.docs.storage.StorageElement;
import java.util.List;
import java.util.Optional;

/** Finds macros in storage format. */
final class StorageMacros {

  private static final String MACRO = "ac:structured-macro";

  private StorageMacros() {}

  /** All macros of that name, those inside of other macros too. */
  static List<StorageElement> named(StorageElement page, String name) {
    return page.below(each -> is(each, name), each -> true);
  }

  static boolean is(StorageElement element, String name) {
    return element.name().equals(MACRO) && element.attribute("ac:name").orElse("").equals(name);
  }

  /** The parameter's text without space around it, empty when it is not there or blank. */
  static Optional<String> parameter(StorageElement macro, String name) {
    return macro.elements().stream()
        .filter(each -> each.name().equals("ac:parameter"))
        .filter(each -> each.attribute("ac:name").orElse("").equals(name))
        .map(each -> each.text().strip())
        .filter(text -> !text.isEmpty())
        .findFirst();
  }
}
