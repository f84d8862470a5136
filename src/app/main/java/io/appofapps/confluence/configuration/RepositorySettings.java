package io.appofapps.confluence.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A Git repository that is read, and written to by promotions.
 *
 * @param id unique among the repositories
 * @param url address, as Applications declare it; https, http on this machine, or ssh
 * @param stories regular expression of the story keys that commit messages name
 * @param signIn empty for a repository that anybody may read
 * @param review how changes are reviewed; empty where they go to the branch itself
 */
public record RepositorySettings(
    String id,
    String url,
    String stories,
    Optional<RepositorySettings.SignIn> signIn,
    Optional<RepositorySettings.Review> review) {

  /** Keys of Jira issues. */
  public static final String JIRA_KEYS = "[A-Z][A-Z0-9]+-\\d+";

  /** Whether it is reached by SSH. */
  public boolean isSsh() {
    return url.startsWith("ssh://");
  }

  /** The secrets that it names. */
  public List<SecretReference> secrets() {
    List<SecretReference> secrets = new ArrayList<>();
    signIn.flatMap(SignIn::token).ifPresent(secrets::add);
    signIn.flatMap(SignIn::ssh).ifPresent(ssh -> secrets.addAll(ssh.secrets()));
    return List.copyOf(secrets);
  }

  /**
   * How the app signs in.
   *
   * @param user as the Git host wants it beside a token, often any; with SSH the user of the
   *     connection, mostly {@code git}
   * @param token access token or password; with SSH only for pull requests
   * @param ssh the key, where the repository is reached by SSH
   */
  public record SignIn(String user, Optional<SecretReference> token, Optional<SshKey> ssh) {}

  /**
   * A key for SSH.
   *
   * @param key private key as OpenSSH or PEM
   * @param passphrase of the key
   * @param knownHosts lines as in OpenSSH's {@code known_hosts}; a host that shows another key is
   *     refused
   */
  public record SshKey(
      SecretReference key, Optional<SecretReference> passphrase, String knownHosts) {

    List<SecretReference> secrets() {
      return passphrase.map(each -> List.of(key, each)).orElse(List.of(key));
    }
  }

  /**
   * Changes go to a branch of their own with a pull request.
   *
   * @param host what runs there
   * @param apiUrl address of the host's web pages, where it does not follow from that of the
   *     repository; for GitHub that of its API
   */
  public record Review(Host host, Optional<String> apiUrl) {}

  /** Git hosts that have pull requests. */
  public enum Host {
    /** Bitbucket Data Center. */
    BITBUCKET,
    GITHUB,
    GITLAB
  }
}
