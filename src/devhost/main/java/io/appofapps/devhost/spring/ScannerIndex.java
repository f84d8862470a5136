package io.appofapps.devhost.spring;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The index files of Atlassian Spring Scanner in a bundle: one entry a line, {@code class} or
 * {@code class#detail}; the Confluence-specific files are read beside the common ones.
 *
 * @param components bean classes, detail = bean name
 * @param imports service interfaces, detail = bean name
 * @param exports bean classes, detail = comma list of interfaces
 */
public record ScannerIndex(List<Entry> components, List<Entry> imports, List<Entry> exports) {

  private static final String FOLDER = "META-INF/plugin-components/";

  /** A line: a class name and what stands behind the hash sign. */
  public record Entry(String className, Optional<String> detail) implements Comparable<Entry> {

    private static Entry parse(String line) {
      int hash = line.indexOf('#');
      if (hash < 0) {
        return new Entry(line, Optional.empty());
      }
      String detail = line.substring(hash + 1);
      return new Entry(
          line.substring(0, hash), detail.isEmpty() ? Optional.empty() : Optional.of(detail));
    }

    @Override
    public int compareTo(Entry other) {
      int byClass = className.compareTo(other.className);
      return byClass != 0 ? byClass : detail.orElse("").compareTo(other.detail.orElse(""));
    }
  }

  /** Reads the index through the look-up of the bundle's own entries (null: no such entry). */
  public static ScannerIndex read(Function<String, URL> entries) {
    return new ScannerIndex(
        lines(entries, "component"), lines(entries, "imports"), lines(entries, "exports"));
  }

  private static List<Entry> lines(Function<String, URL> entries, String file) {
    TreeSet<Entry> found = new TreeSet<>();
    for (String name : List.of(file, file + "-confluence")) {
      URL url = entries.apply(FOLDER + name);
      if (url != null) {
        for (String line : text(url).split("\n")) {
          // A file without a single entry is empty; the product would take a blank line for a name.
          if (!line.isEmpty()) {
            found.add(Entry.parse(line.strip()));
          }
        }
      }
    }
    return new ArrayList<>(found);
  }

  private static String text(URL url) {
    try (InputStream in = url.openStream()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + url, e);
    }
  }
}
