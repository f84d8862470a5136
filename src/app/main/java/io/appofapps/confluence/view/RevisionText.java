package io.appofapps.confluence.view;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Source;
import java.util.regex.Pattern;

/** What an Application runs, in a few characters. */
public final class RevisionText {

  private static final Pattern SHA = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final int SHORT_SHA = 7;

  private RevisionText() {}

  /**
   * Chart version for a chart; {@code main · 3f9c1ab} for Git; only the short SHA where the
   * declared revision is that commit; of several sources the first. Empty when nothing is known.
   */
  public static String of(Application application) {
    String resolved = application.revisions().isEmpty() ? "" : application.revisions().get(0);
    if (application.sources().isEmpty()) {
      return shortened(resolved);
    }
    Source source = application.sources().get(0);
    String declared = source.targetRevision();
    if (!source.chart().isEmpty()) {
      return resolved.isEmpty() ? declared : resolved;
    }
    String named = declared.isEmpty() ? "HEAD" : shortened(declared);
    if (resolved.isEmpty()) {
      return named;
    }
    String commit = shortened(resolved);
    return named.equals(commit) || commit.startsWith(declared) && !declared.isEmpty()
        ? commit
        : named + " · " + commit;
  }

  /** The first seven digits of a commit hash; anything else as it is. */
  public static String shortened(String revision) {
    return SHA.matcher(revision).matches() ? revision.substring(0, SHORT_SHA) : revision;
  }
}
