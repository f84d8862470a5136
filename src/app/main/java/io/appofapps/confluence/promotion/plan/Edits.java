package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import io.appofapps.confluence.promotion.splice.UnspliceableException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes values at places, several of one file one after the other. */
final class Edits {

  private final RepositoryFiles files;
  private final Map<GitFile, byte[]> before = new LinkedHashMap<>();
  private final Map<GitFile, byte[]> after = new LinkedHashMap<>();
  private final List<Blocker> blockers = new ArrayList<>();

  Edits(RepositoryFiles files) {
    this.files = files;
  }

  /** Writes a value; what cannot be written becomes a blocker. */
  void write(Place place, String value) throws UnreadableException {
    GitFile file = place.file();
    if (!after.containsKey(file)) {
      byte[] bytes =
          files
              .read(file.commit(), file.path())
              .orElseThrow(() -> new UnreadableException(file.path() + " is gone"));
      before.put(file, bytes);
      after.put(file, bytes);
    }
    try {
      after.put(file, place.write(after.get(file), value));
    } catch (UnspliceableException e) {
      String why = e.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
      blockers.add(
          new Blocker(
              "not-located", "aoa.splice." + why, List.of(file.path(), place.path().toString())));
    }
  }

  /** Why something could not be written. */
  List<Blocker> blockers() {
    return blockers;
  }

  /** What changes, a file each, in the order in which they were first written. */
  List<FileEdit> all() {
    return before.keySet().stream().map(this::edit).toList();
  }

  private FileEdit edit(GitFile file) {
    byte[] old = before.get(file);
    byte[] now = after.get(file);
    return new FileEdit(
        file.commit(), file.path(), old, now, UnifiedDiff.of(file.path(), old, now));
  }
}
