package io.appofapps.confluence.promotion.track;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.environment.matrix.Commits;
import io.appofapps.confluence.promotion.Commit;

/** Whether an Application has been compared with a commit of the branch that it follows. */
enum Arrival {
  /** No source of it follows that branch. */
  NOT_FOLLOWED,
  /** It follows the branch, and has not come so far, as far as anybody knows. */
  NOT_YET,
  /** The revision it was compared with is the commit, or has it among its ancestors. */
  ARRIVED;

  /**
   * @param application follows a branch by its name, or {@code HEAD} or nothing for the default one
   */
  static Arrival of(Application application, Commit commit, Seen seen) {
    Arrival found = NOT_FOLLOWED;
    for (int i = 0; i < application.sources().size(); i++) {
      Source source = application.sources().get(i);
      boolean follows =
          source.chart().isEmpty()
              && seen.repository().test(source.repoUrl())
              && follows(source.targetRevision(), commit.branch());
      if (follows) {
        String revision = i < application.revisions().size() ? application.revisions().get(i) : "";
        if (has(source.repoUrl(), revision, commit.id(), seen.commits())) {
          return ARRIVED;
        }
        found = NOT_YET;
      }
    }
    return found;
  }

  private static boolean follows(String revision, String branch) {
    return revision.isEmpty()
        || revision.equals("HEAD")
        || revision.equals(branch)
        || revision.equals("refs/heads/" + branch);
  }

  /** The commit is in the history of the revision iff the revision lacks nothing that it has. */
  private static boolean has(String repository, String revision, String commit, Commits commits) {
    return revision.equals(commit)
        || !revision.isEmpty()
            && commits
                .between(repository, revision, commit)
                .filter(between -> between.count() == 0)
                .isPresent();
  }
}
