package io.appofapps.devhost.editor;

import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.page.People;

/**
 * What the editor says above its form.
 *
 * @param text one or two sentences; empty for nothing
 * @param overwrite the version that saving once more would replace; 0 when there is no conflict
 */
public record Notice(String text, int overwrite) {

  static final Notice NONE = new Notice("", 0);

  static Notice problem(String text) {
    return new Notice(text, 0);
  }

  static Notice conflict(Page current, People people) {
    return new Notice(
        people.fullName(current.latest().by().user())
            + " saved version "
            + current.version()
            + " of this page while you were editing. Nothing was overwritten and your text is"
            + " still here.",
        current.version());
  }
}
