package io.appofapps.confluence.view;

import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.sight.Viewers;
import java.util.Optional;
import java.util.Set;

/** People who ask for pages in tests. */
public final class TestViewers {

  private TestViewers() {}

  /** Sees every page and space and is in no group. */
  public static Viewers licensed() {
    return of(person(true, Set.of(), Set.of()));
  }

  /** Not signed in, or without a licence. */
  public static Viewers nobody() {
    return Optional::empty;
  }

  /** The user directory fails. */
  public static Viewers broken() {
    return () -> {
      throw new IllegalStateException("no user directory");
    };
  }

  public static Viewers of(Viewer viewer) {
    return () -> Optional.of(viewer);
  }

  /**
   * @param seesPages whether they may view the pages they are on
   * @param spaces keys of the spaces they may view
   * @param groups names of their groups
   */
  public static Viewer person(boolean seesPages, Set<String> spaces, Set<String> groups) {
    return person("person-" + seesPages + spaces + groups, seesPages, spaces, groups);
  }

  /** The same with a key of their own. */
  public static Viewer person(
      String key, boolean seesPages, Set<String> spaces, Set<String> groups) {
    return new Viewer() {
      @Override
      public String key() {
        return key;
      }

      @Override
      public Reader reader() {
        return Scene.READER;
      }

      @Override
      public Set<String> groups() {
        return groups;
      }

      @Override
      public boolean seesSpace(String key) {
        return spaces.contains(key);
      }

      @Override
      public boolean sees(Object content) {
        return seesPages;
      }

      @Override
      public boolean edits(Object content) {
        return seesPages && groups.contains("editors");
      }
    };
  }
}
