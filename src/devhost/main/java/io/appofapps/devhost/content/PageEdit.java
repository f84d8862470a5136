package io.appofapps.devhost.content;

/**
 * What a person saves.
 *
 * @param title new title, not blank
 * @param body new storage format
 * @param comment version comment, may be empty
 * @param minor minor edit
 * @param author log-in name
 */
public record PageEdit(String title, String body, String comment, boolean minor, String author) {

  private static final int LONGEST_TITLE = 255;

  public PageEdit {
    title = title.strip();
    if (title.isEmpty()) {
      throw new InvalidContentException("A page needs a title.");
    }
    if (title.length() > LONGEST_TITLE) {
      throw new InvalidContentException("A title has at most " + LONGEST_TITLE + " characters.");
    }
  }
}
