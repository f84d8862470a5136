package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.RepositorySettings.Host;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Where a repository is at its host, by its address alone.
 *
 * @param web address of the host's web pages, without a slash at the end
 * @param owner who has it: a user or organisation, a project's key, groups with slashes between;
 *     empty where the address tells none
 * @param name its own name, without {@code .git}
 */
record HostedRepository(String web, String owner, String name) {

  /**
   * Reads an address.
   *
   * @param pages address of the host's web pages, where it does not follow from that of the
   *     repository
   */
  static HostedRepository of(Host host, URI address, Optional<String> pages) {
    String web = pages.map(HostedRepository::bare).orElseGet(() -> web(address));
    List<String> path = segments(address.getPath());
    int last = path.size() - 1;
    String name = last < 0 ? "" : path.get(last).replaceFirst("\\.git$", "");
    if (last < 1) {
      return new HostedRepository(web, "", name);
    }
    if (host == Host.GITLAB) {
      // GitLab may live below a path of its own, and has groups in groups
      List<String> prefix = segments(URI.create(web).getPath());
      int from =
          prefix.size() < last && path.subList(0, prefix.size()).equals(prefix) ? prefix.size() : 0;
      return new HostedRepository(web, String.join("/", path.subList(from, last)), name);
    }
    boolean clone = host == Host.BITBUCKET && last > 1 && path.get(last - 2).equals("scm");
    String context =
        pages.isEmpty() && clone
            ? path.subList(0, last - 2).stream().map(each -> "/" + each).reduce("", String::concat)
            : "";
    return new HostedRepository(web + context, path.get(last - 1), name);
  }

  /** Where the repository is, or on the usual port where that is by SSH. */
  static String web(URI address) {
    return address.getScheme().equals("ssh")
        ? "https://" + address.getHost()
        : address.getScheme()
            + "://"
            + address.getHost()
            + (address.getPort() < 0 ? "" : ":" + address.getPort());
  }

  /** Without slashes at the end. */
  static String bare(String url) {
    return url.replaceFirst("/+$", "");
  }

  static List<String> segments(String path) {
    return Arrays.stream(path.split("/")).filter(each -> !each.isEmpty()).toList();
  }
}
