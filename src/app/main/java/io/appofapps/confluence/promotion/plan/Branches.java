package io.appofapps.confluence.promotion.plan;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import io.appofapps.confluence.environment.SemanticVersion;
import io.appofapps.confluence.promotion.plan.RepositoryFiles.UnreadableException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells target revisions that follow a branch from those that are versions. A branch is the place
 * where an environment lives and never moves to another one.
 */
final class Branches {

  private static final Pattern SOURCE = Pattern.compile("sources\\[(\\d{1,4})\\]\\..*");
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{7,40}");

  private final RepositoryFiles files;

  Branches(RepositoryFiles files) {
    this.files = files;
  }

  /** Whether the field is a revision and that value names a branch. */
  boolean follows(Application application, String field, String value) {
    if (!field.toLowerCase(Locale.ROOT).endsWith("revision")) {
      return false;
    }
    Optional<Source> source = source(application.sources(), field);
    if (source.isPresent() && !source.get().chart().isEmpty()) {
      return false;
    }
    if (value.isEmpty() || value.equals("HEAD")) {
      return true;
    }
    try {
      return source.isEmpty() || !files.resolve(source.get().repoUrl(), value).branch().isEmpty();
    } catch (UnreadableException e) {
      // not a repository of ours, or no such revision there: its form must tell
      return SemanticVersion.of(value).isEmpty() && !COMMIT.matcher(value).matches();
    }
  }

  private static Optional<Source> source(List<Source> sources, String field) {
    Matcher numbered = SOURCE.matcher(field);
    if (numbered.matches()) {
      int index = Integer.parseInt(numbered.group(1));
      return index < sources.size() ? Optional.of(sources.get(index)) : Optional.empty();
    }
    return sources.stream().findFirst();
  }
}
