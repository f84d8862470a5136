package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.RepositorySettings.Host;
import io.appofapps.confluence.configuration.RepositorySettings.Review;
import io.appofapps.confluence.secret.SecretText;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Optional;

/** Finds the API of a repository's host, and the repository in it, by the repository's address. */
final class ReviewHosts {

  private final HttpClient http = HostApi.client();
  private final Duration limit;

  /**
   * @param limit for one call
   */
  ReviewHosts(Duration limit) {
    this.limit = limit;
  }

  /** The pull requests of the repository; nothing is asked yet. */
  PullRequests of(RepositorySettings settings, Review review, SecretText token) {
    HostedRepository at =
        HostedRepository.of(
            review.host(),
            URI.create(settings.url()),
            // at GitHub that is the address of the API
            review.host() == Host.GITHUB ? Optional.empty() : review.apiUrl());
    return switch (review.host()) {
      case GITHUB -> {
        String base =
            review.apiUrl().map(HostedRepository::bare).orElseGet(() -> gitHubApi(settings.url()));
        yield new GitHubPullRequests(api(base, token), at.owner(), at.name());
      }
      case GITLAB ->
          new GitLabPullRequests(api(at.web() + "/api/v4", token), at.owner() + "/" + at.name());
      case BITBUCKET ->
          new BitbucketPullRequests(
              api(at.web() + "/rest/api/latest", token), at.owner(), at.name());
    };
  }

  private HostApi api(String base, SecretText token) {
    return new HostApi(http, URI.create(base), token, limit);
  }

  /** Of github.com, of data residency (SUBDOMAIN.ghe.com), and of GitHub Enterprise Server. */
  static String gitHubApi(String repository) {
    URI address = URI.create(repository);
    String host = address.getHost();
    if (host.equals("github.com")) {
      return "https://api.github.com";
    }
    return host.endsWith(".ghe.com")
        ? "https://api." + host
        : HostedRepository.web(address) + "/api/v3";
  }
}
