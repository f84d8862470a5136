package io.appofapps.confluence.view;

import java.util.Map;

/** The app's templates. They escape all values but those whose name ends in {@code Html}. */
@FunctionalInterface
public interface Templates {

  /**
   * The filled template.
   *
   * @param name file below {@code templates/}, without {@code .vm}
   * @param context only texts, numbers, truth values, lists and maps: Confluence allows templates
   *     to call nothing else
   */
  String render(String name, Map<String, Object> context);
}
