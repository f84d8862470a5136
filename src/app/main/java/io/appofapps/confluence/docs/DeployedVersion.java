package io.appofapps.confluence.docs;

import io.appofapps.confluence.application.Application;
import java.util.List;

/**
 * What an Application deploys, as far as a page about it could be outdated by it: its images; of
 * those without any, the revisions. A commit that changes no image leaves pages reviewed, because
 * in a repository of many Applications every commit is a new revision of all.
 */
public final class DeployedVersion {

  private static final int LONGEST = 2_000;

  private DeployedVersion() {}

  /** The version as one text, items divided by commas; empty when nothing is known. */
  public static String of(Application application) {
    List<String> items =
        application.images().isEmpty()
            ? application.revisions()
            : application.images().stream().sorted().toList();
    String text = String.join(", ", items);
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
