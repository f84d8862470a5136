package io.appofapps.confluence.git;

import static io.appofapps.confluence.git.PullRequests.encoded;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.RepositorySettings.Host;
import io.appofapps.confluence.configuration.RepositorySettings.Review;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The web page of a commit at its Git host: {@code OWNER/NAME/commit/ID} at GitHub, {@code
 * GROUPS/NAME/-/commit/ID} at GitLab, {@code projects/KEY/repos/NAME/commits/ID} at Bitbucket Data
 * Center. What the host is says the repository's setting, else its address where that is clear.
 */
public final class CommitPages {

  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");

  private CommitPages() {}

  /**
   * The page's address, http or https.
   *
   * @param commit the full commit id
   * @return empty when nobody can tell where that is
   */
  public static Optional<String> of(RepositorySettings repository, String commit) {
    URI address = URI.create(repository.url());
    if (address.getHost() == null || !COMMIT.matcher(commit).matches()) {
      return Optional.empty();
    }
    return repository
        .review()
        .map(Review::host)
        .or(() -> host(address))
        .flatMap(host -> page(repository, host, address, commit));
  }

  private static Optional<String> page(
      RepositorySettings repository, Host host, URI address, String commit) {
    // at GitHub that is the address of the API
    Optional<String> pages =
        repository.review().filter(review -> host != Host.GITHUB).flatMap(Review::apiUrl);
    HostedRepository at = HostedRepository.of(host, address, pages);
    if (at.owner().isEmpty() || at.name().isEmpty()) {
      return Optional.empty();
    }
    String owner =
        HostedRepository.segments(at.owner()).stream()
            .map(PullRequests::encoded)
            .collect(Collectors.joining("/"));
    String name = encoded(at.name());
    return Optional.of(
        at.web()
            + switch (host) {
              case GITHUB -> "/" + owner + "/" + name + "/commit/" + commit;
              case GITLAB -> "/" + owner + "/" + name + "/-/commit/" + commit;
              case BITBUCKET -> "/projects/" + owner + "/repos/" + name + "/commits/" + commit;
            });
  }

  /** What runs there: the hosts that everybody knows, and those that are called like it. */
  private static Optional<Host> host(URI address) {
    String name = address.getHost().toLowerCase(Locale.ROOT);
    List<String> path = HostedRepository.segments(address.getPath());
    if (name.equals("github.com") || name.endsWith(".ghe.com") || name.startsWith("github.")) {
      return Optional.of(Host.GITHUB);
    }
    if (name.equals("gitlab.com") || name.startsWith("gitlab.")) {
      return Optional.of(Host.GITLAB);
    }
    boolean scm = path.size() > 2 && path.get(path.size() - 3).equals("scm");
    boolean called = name.startsWith("bitbucket.") && !name.equals("bitbucket.org");
    return scm || called ? Optional.of(Host.BITBUCKET) : Optional.empty();
  }
}
