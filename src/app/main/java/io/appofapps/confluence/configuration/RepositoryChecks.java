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
  private static final int LONGEST_USER = 255;

  private RepositoryChecks() {}

  static void check(List<RepositorySettings> repositories, Findings findings) {
    findings.atMost("repositories", repositories.size(), MOST);
    Set<String> ids = new HashSet<>();
    Set<String> urls = new HashSet<>();
    for (int i = 0; i < repositories.size(); i++) {
      RepositorySettings repository = repositories.get(i);
      String at = "repositories[" + i + "].";
      findings.shape(
          at + "id",
          repository.id(),
          Findings.ID,
          "must be 1 to 63 lower-case letters, digits and hyphens, with no hyphen at either end");
      findings.unless(
          ids.add(repository.id()),
          at + "id",
          "is that of another repository too: each needs its own");
      findings.unless(
          isAddress(repository.url()),
          at + "url",
          "must be an address such as https://git.example.com/team/manifests.git, without user,"
              + " query and fragment (http:// only for this machine)");
      findings.unless(urls.add(repository.url()), at + "url", "is there twice: remove one");
      findings.line(at + "stories", repository.stories(), LONGEST_PATTERN);
      findings.unless(
          isPattern(repository.stories()), at + "stories", "is not a regular expression");
      repository.signIn().ifPresent(signIn -> check(signIn, at + "signIn.", findings));
    }
  }

  private static void check(RepositorySettings.SignIn signIn, String at, Findings findings) {
    findings.line(at + "user", signIn.user(), LONGEST_USER);
    findings.unless(
        signIn.user().indexOf(':') < 0, at + "user", "must not have a colon: the token is apart");
    findings.secret(at + "token", signIn.token());
  }

  private static boolean isAddress(String url) {
    try {
      URI address = new URI(url);
      return Findings.isPlainAddress(address)
          && Findings.isGuarded(address)
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
