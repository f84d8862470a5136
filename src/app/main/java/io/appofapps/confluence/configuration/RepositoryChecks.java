package io.appofapps.confluence.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules of the Git repositories. */
final class RepositoryChecks {

  private static final int MOST = 50;
  private static final int LONGEST_PATTERN = 200;

  private RepositoryChecks() {}

  static void check(List<RepositorySettings> repositories, Findings findings) {
    findings.atMost("repositories", repositories.size(), MOST);
    Set<String> urls = new HashSet<>();
    for (int i = 0; i < repositories.size(); i++) {
      RepositorySettings repository = repositories.get(i);
      String at = "repositories[" + i + "].";
      findings.unless(
          isHttps(repository.url()),
          at + "url",
          "must be an address such as https://git.example.com/team/manifests.git, without user,"
              + " query and fragment");
      findings.unless(urls.add(repository.url()), at + "url", "is there twice: remove one");
      findings.line(at + "stories", repository.stories(), LONGEST_PATTERN);
      findings.unless(
          isPattern(repository.stories()), at + "stories", "is not a regular expression");
    }
  }

  private static boolean isHttps(String url) {
    try {
      URI address = new URI(url);
      return "https".equals(address.getScheme())
          && Findings.isPlainAddress(address)
          && address.getPath().length() > 1;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static boolean isPattern(String text) {
    try {
      Pattern.compile(text);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }
}
