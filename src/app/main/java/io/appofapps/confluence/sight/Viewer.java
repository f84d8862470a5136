package io.appofapps.confluence.sight;

import io.appofapps.confluence.view.Reader;
import java.util.Set;

/** The person who asks, as Confluence knows them: signed in and licensed. */
public interface Viewer {

  /** Tells this person from all others; means nothing else and is shown to nobody. */
  String key();

  /** Language and time zone. */
  Reader reader();

  /** Names of their groups, spelt as Confluence has them from the identity provider. */
  Set<String> groups();

  /** Whether they may view the space of that key; false when there is none. */
  boolean seesSpace(String key);

  /** Whether they may view the page, blog post or comment. */
  boolean sees(Object content);

  /** Whether they may edit the page, blog post or comment. */
  boolean edits(Object content);
}
