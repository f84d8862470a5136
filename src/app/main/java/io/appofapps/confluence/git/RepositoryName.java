package io.appofapps.confluence.git;

import java.util.Locale;

/**
 * What is the same for all spellings of a repository's address: host and path, in small letters as
 * Argo CD compares them, without scheme, user and {@code .git}.
 */
record RepositoryName(String text) {

  static RepositoryName of(String url) {
    String rest = url.strip().toLowerCase(Locale.ROOT);
    int scheme = rest.indexOf("://");
    int colon = rest.indexOf(':');
    if (scheme >= 0) {
      rest = rest.substring(scheme + 3);
    } else if (colon >= 0) {
      // git@host:path
      rest = rest.substring(0, colon) + "/" + rest.substring(colon + 1);
    }
    int slash = rest.indexOf('/');
    int user = rest.lastIndexOf('@', slash < 0 ? rest.length() : slash);
    rest = rest.substring(user + 1);
    return new RepositoryName(rest.replaceFirst("/+$", "").replaceFirst("\\.git$", ""));
  }
}
