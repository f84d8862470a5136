package io.appofapps.confluence.drift;

/** What has drifted. */
public enum Family {
  /** The cluster from Git, or one environment from another. */
  CONFIGURATION("configuration"),
  /** The page from the manifest. */
  DOCUMENTATION("documentation"),
  /** Who may edit the page from who may act on the Application. */
  ACCESS("access");

  private final String word;

  Family(String word) {
    this.word = word;
  }

  /** As it stands in parameters, JSON and CSV. */
  public String word() {
    return word;
  }
}
