package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.git.CommitPages;
import io.appofapps.confluence.promotion.Commit;
import io.appofapps.confluence.view.RevisionText;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import java.util.List;

/** Commits that lead to their page at the Git host, where that is known. */
final class CommitLinks {

  private final List<RepositorySettings> repositories;

  CommitLinks(List<RepositorySettings> repositories) {
    this.repositories = repositories;
  }

  Html of(Commit commit) {
    Html revision = Pieces.version(RevisionText.shortened(commit.id()));
    return repositories.stream()
        .filter(each -> each.id().equals(commit.repository()))
        .findFirst()
        .flatMap(repository -> CommitPages.of(repository, commit.id()))
        .map(page -> Pieces.link(page, revision))
        .orElse(revision);
  }
}
