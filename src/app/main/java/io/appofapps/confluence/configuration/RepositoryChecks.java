package io.appofapps.confluence.configuration;

import io.appofapps.confluence.configuration.RepositorySettings.Review;
import io.appofapps.confluence.configuration.RepositorySettings.SignIn;
import io.appofapps.confluence.configuration.RepositorySettings.SshKey;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** The rules of the Git repositories. */
final class RepositoryChecks {

  private static final int MOST = 50;
  private static final int LONGEST_PATTERN = 200;
  private static final int LONGEST_USER = 255;
  private static final int LONGEST_KNOWN_HOSTS = 20_000;

  /** Marker, names, type of the key, the key in base64, comment: {@code sshd(8)}. */
  private static final Pattern KNOWN_HOST =
      Pattern.compile("(@revoked )?[^@\\s]\\S* [a-z0-9@.-]+ [A-Za-z0-9+/]+=*( .*)?");

  private RepositoryChecks() {}

  static void check(List<RepositorySettings> repositories, Findings findings) {
    findings.atMost("repositories", repositories.size(), MOST);
    Set<String> ids = new HashSet<>();
    Set<String> urls = new HashSet<>();
    for (int i = 0; i < repositories.size(); i++) {
      RepositorySettings repository = repositories.get(i);
      String at = "repositories[" + i + "].";
      findings.id(at + "id", repository.id());
      findings.unless(
          ids.add(repository.id()),
          at + "id",
          "is that of another repository too: each needs its own");
      findings.unless(
          isAddress(repository.url()),
          at + "url",
          "must be an address such as https://git.example.com/team/manifests.git or"
              + " ssh://git.example.com:7999/team/manifests.git, without user, query and fragment"
              + " (http:// only for this machine)");
      findings.unless(urls.add(repository.url()), at + "url", "is there twice: remove one");
      findings.line(at + "stories", repository.stories(), LONGEST_PATTERN);
      findings.unless(
          isPattern(repository.stories()), at + "stories", "is not a regular expression");
      findings.unless(
          !repository.isSsh() || repository.signIn().isPresent(),
          at + "signIn",
          "is missing: SSH needs a key and the host's key, signIn: {user, ssh: {key, knownHosts}}");
      repository.signIn().ifPresent(signIn -> check(repository, signIn, at + "signIn.", findings));
      repository.review().ifPresent(review -> check(repository, review, at, findings));
    }
  }

  private static void check(
      RepositorySettings repository, SignIn signIn, String at, Findings findings) {
    findings.line(at + "user", signIn.user(), LONGEST_USER);
    findings.unless(
        signIn.user().indexOf(':') < 0, at + "user", "must not have a colon: the token is apart");
    signIn.token().ifPresent(token -> findings.secret(at + "token", token));
    findings.unless(
        signIn.ssh().isPresent() == repository.isSsh(),
        at + "ssh",
        repository.isSsh()
            ? "is missing: an ssh:// address needs a key and the host's key"
            : "is only for an ssh:// address: with https give a token");
    signIn.ssh().ifPresent(ssh -> check(ssh, at + "ssh.", findings));
  }

  private static void check(SshKey ssh, String at, Findings findings) {
    findings.secret(at + "key", ssh.key());
    ssh.passphrase().ifPresent(passphrase -> findings.secret(at + "passphrase", passphrase));
    String text = ssh.knownHosts();
    findings.unless(
        text.length() <= LONGEST_KNOWN_HOSTS,
        at + "knownHosts",
        "is longer than " + LONGEST_KNOWN_HOSTS + " characters");
    List<String> lines =
        text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .toList();
    findings.unless(
        !lines.isEmpty() && lines.stream().allMatch(line -> KNOWN_HOST.matcher(line).matches()),
        at + "knownHosts",
        "must be lines of a known_hosts file: name, type and key (ssh-keyscan HOST prints them)");
  }

  private static void check(
      RepositorySettings repository, Review review, String at, Findings findings) {
    findings.unless(
        repository.signIn().flatMap(SignIn::token).isPresent(),
        at + "signIn.token",
        "is missing: pull requests are opened with a token of the Git host");
    findings.unless(
        address(repository.url())
            .filter(each -> each.getPath().matches("/+[^/]+/+.*[^/]/*"))
            .isPresent(),
        at + "url",
        "must end with owner or project and the name of the repository: pull requests need both");
    review
        .apiUrl()
        .ifPresent(
            url ->
                findings.unless(
                    address(url)
                        .filter(Findings::isPlainAddress)
                        .filter(Findings::isGuarded)
                        .isPresent(),
                    at + "apiUrl",
                    "must be an https:// address without user, query and fragment (http:// only for"
                        + " this machine)"));
  }

  private static boolean isAddress(String url) {
    return address(url)
        .filter(Findings::isPlainAddress)
        .filter(address -> Findings.isGuarded(address) || "ssh".equals(address.getScheme()))
        .filter(address -> address.getPath().length() > 1)
        .isPresent();
  }

  private static Optional<URI> address(String url) {
    try {
      return Optional.of(new URI(url));
    } catch (URISyntaxException e) {
      return Optional.empty();
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
