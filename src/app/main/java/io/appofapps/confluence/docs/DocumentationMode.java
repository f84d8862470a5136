package io.appofapps.confluence.docs;

/** What is done about a page that says something else than the manifest. */
public enum DocumentationMode {
  /** Its set is not looked at. */
  OFF,
  /** It is shown. */
  REPORT,
  /** It is shown, and whoever may edit the page can take the manifest's value over. */
  PROPOSE,
  /** The app's own user takes the manifest's value over. */
  MEND
}
