package io.appofapps.confluence.environment.matrix;

import java.util.List;
import java.util.Optional;

/** What lies between two revisions of a Git repository, as far as somebody has read it. */
public interface Commits {

  /** Nothing is known of any repository. */
  Commits UNKNOWN = (repository, older, newer) -> Optional.empty();

  /**
   * The commits that the newer revision has and the older has not. Answers from memory.
   *
   * @param repository URL as the Application declares it
   * @param older full commit hash
   * @param newer full commit hash
   * @return empty when the repository is not configured, not read yet, or lacks one of the two
   */
  Optional<Between> between(String repository, String older, String newer);

  /** Another number when some answers may be others than before. */
  default long edition() {
    return 0;
  }

  /**
   * Commits between two revisions.
   *
   * @param count how many; 0 when the newer is not ahead
   * @param stories keys that their messages name, in order of appearance, each once
   */
  record Between(int count, List<String> stories) {
    public Between {
      stories = List.copyOf(stories);
    }
  }
}
