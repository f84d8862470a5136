package io.appofapps.confluence.environment;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the name and folder of a Helm value file tell. */
final class ValueFiles {

  private static final Pattern NAME =
      Pattern.compile("(?:values[-.](.+)|(.+)[-.]values)\\.ya?ml", Pattern.CASE_INSENSITIVE);

  private ValueFiles() {}

  /** The environment in {@code values-prod.yaml}, {@code prod-values.yaml} or the folder. */
  static Optional<String> environment(String file) {
    int slash = file.lastIndexOf('/');
    Matcher matcher = NAME.matcher(file.substring(slash + 1));
    if (matcher.matches()) {
      String word = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      Optional<String> named = Tokens.of(word).exactly();
      if (named.isPresent()) {
        return named;
      }
    }
    return slash < 0
        ? Optional.empty()
        : SourcePaths.environment(file.substring(0, slash))
            .filter(name -> Tokens.of(name).anywhere().isPresent());
  }
}
