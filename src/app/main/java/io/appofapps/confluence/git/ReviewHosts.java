package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.RepositorySettings.Review;
import io.appofapps.confluence.secret.SecretText;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

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
    URI address = URI.create(settings.url());
    String web = review.apiUrl().map(ReviewHosts::bare).orElseGet(() -> web(address));
    List<String> path = segments(address);
    int last = path.size() - 1;
    String name = path.get(last).replaceFirst("\\.git$", "");
    return switch (review.host()) {
      case GITHUB -> {
        String base = review.apiUrl().isPresent() ? web : gitHubApi(settings.url());
        yield new GitHubPullRequests(api(base, token), path.get(last - 1), name);
      }
      case GITLAB -> {
        String prefix = URI.create(web).getPath();
        String whole = address.getPath().replaceFirst("\\.git/?$", "");
        String project = whole.startsWith(prefix + "/") ? whole.substring(prefix.length()) : whole;
        yield new GitLabPullRequests(
            api(web + "/api/v4", token), project.replaceAll("^/+|/+$", ""));
      }
      case BITBUCKET -> {
        boolean clone = last > 1 && path.get(last - 2).equals("scm");
        String context =
            review.apiUrl().isEmpty() && clone
                ? path.subList(0, last - 2).stream()
                    .map(each -> "/" + each)
                    .reduce("", String::concat)
                : "";
        yield new BitbucketPullRequests(
            api(web + context + "/rest/api/latest", token), path.get(last - 1), name);
      }
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
    return host.endsWith(".ghe.com") ? "https://api." + host : web(address) + "/api/v3";
  }

  /** The host's web pages: where the repository is, or on the usual port where that is by SSH. */
  private static String web(URI address) {
    return address.getScheme().equals("ssh")
        ? "https://" + address.getHost()
        : bare(address.resolve("/").toString());
  }

  private static String bare(String url) {
    return url.replaceFirst("/+$", "");
  }

  private static List<String> segments(URI address) {
    return Arrays.stream(address.getPath().split("/")).filter(each -> !each.isEmpty()).toList();
  }
}
