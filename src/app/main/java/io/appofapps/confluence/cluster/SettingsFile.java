package io.appofapps.confluence.cluster;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads {@code app-of-apps.properties} in the shared home. */
final class SettingsFile {

  static final String NAME = "app-of-apps.properties";
  private static final String DEFAULT_CONNECTION = "default";
  private static final Pattern CONNECTION = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern NAMESPACE = CONNECTION;

  private SettingsFile() {}

  /** What the file in that home says; never throws. */
  static Settings read(Path home) {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(home.resolve(NAME), StandardCharsets.UTF_8)) {
      properties.load(reader);
    } catch (NoSuchFileException e) {
      return new Settings.Absent();
    } catch (IOException | IllegalArgumentException e) {
      return new Settings.Unusable(
          DEFAULT_CONNECTION,
          "The settings file "
              + NAME
              + " cannot be read. It must be UTF-8 text that Confluence's"
              + " own account may read.");
    }
    return parse(home, properties);
  }

  private static Settings parse(Path home, Properties properties) {
    String connection = value(properties, "connection").orElse(DEFAULT_CONNECTION);
    if (!CONNECTION.matcher(connection).matches()) {
      return new Settings.Unusable(
          DEFAULT_CONNECTION,
          "\"connection\" in "
              + NAME
              + " must be lower-case letters, digits and hyphens, at most"
              + " 63.");
    }
    try {
      return new Settings.Usable(
          new ConnectionSettings(
              connection,
              kubeconfig(home, properties),
              value(properties, "context"),
              namespaces(properties),
              argoCdUrl(properties)));
    } catch (UnusableException e) {
      return new Settings.Unusable(connection, e.getMessage());
    }
  }

  private static Path kubeconfig(Path home, Properties properties) throws UnusableException {
    String text =
        value(properties, "kubeconfig")
            .orElseThrow(
                () ->
                    new UnusableException(
                        "\"kubeconfig\" is missing in "
                            + NAME
                            + ": give the path of a kubeconfig,"
                            + " absolute or relative to the shared home."));
    try {
      return home.resolve(text).toAbsolutePath().normalize();
    } catch (InvalidPathException e) {
      throw new UnusableException("\"kubeconfig\" in " + NAME + " is not a path.");
    }
  }

  private static List<String> namespaces(Properties properties) throws UnusableException {
    List<String> names =
        value(properties, "namespaces").stream()
            .flatMap(text -> Stream.of(text.split(",")))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    for (String name : names) {
      if (!NAMESPACE.matcher(name).matches()) {
        throw new UnusableException(
            "\"namespaces\" in " + NAME + " must be a comma-separated list of namespaces.");
      }
    }
    return names;
  }

  private static Optional<URI> argoCdUrl(Properties properties) throws UnusableException {
    Optional<String> text = value(properties, "argocd.url");
    Optional<URI> url = text.flatMap(WebAddress::parse);
    if (text.isPresent() && url.isEmpty()) {
      throw new UnusableException(
          "\"argocd.url\" in " + NAME + " must be a plain http:// or https:// address.");
    }
    return url;
  }

  private static Optional<String> value(Properties properties, String key) {
    return Optional.ofNullable(properties.getProperty(key))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  private static final class UnusableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableException(String message) {
      super(message);
    }
  }
}
