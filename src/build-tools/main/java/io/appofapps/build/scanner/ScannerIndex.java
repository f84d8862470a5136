package io.appofapps.build.scanner;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Writes the files below {@code META-INF/plugin-components} that Atlassian's Spring Scanner reads
 * when the app is enabled, since its own build plugin is not on Maven Central. The format is that
 * of Spring Scanner 6: one class per line, sorted, no empty line.
 */
public final class ScannerIndex {

  private static final String FOLDER = "META-INF/plugin-components";

  private final Map<String, SortedSet<String>> lines;

  private ScannerIndex(Map<String, SortedSet<String>> lines) {
    this.lines = lines;
  }

  /** Writes the index of the class folder named by the only argument into that folder. */
  public static void main(String[] arguments) {
    Path classes = Path.of(arguments[0]);
    of(classes).writeTo(classes);
  }

  /**
   * The index of all classes below the folder.
   *
   * @throws ScannerIndexException when a class is annotated in a way the index cannot express
   */
  static ScannerIndex of(Path classes) {
    Map<String, SortedSet<String>> lines = new TreeMap<>();
    for (String file : List.of("component", "primary-component", "imports", "exports")) {
      lines.put(file, new TreeSet<>());
    }
    for (ScannedClass scanned : scan(classes)) {
      scanned.componentLine().ifPresent(lines.get("component")::add);
      scanned
          .componentLine()
          .filter(line -> scanned.primary())
          .ifPresent(lines.get("primary-component")::add);
      lines.get("imports").addAll(scanned.imports());
      scanned.exportLine().ifPresent(lines.get("exports")::add);
    }
    return new ScannerIndex(lines);
  }

  private static List<ScannedClass> scan(Path classes) {
    try (Stream<Path> files = Files.walk(classes)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> ClassScanner.scan(read(file)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of one file, empty when there is nothing to write. */
  SortedSet<String> lines(String file) {
    return lines.getOrDefault(file, new TreeSet<>());
  }

  /** Writes the files that have lines and removes those that an earlier build left. */
  void writeTo(Path classes) {
    Path folder = classes.resolve(FOLDER);
    lines.forEach((file, content) -> write(folder.resolve(file), content));
  }

  private static void write(Path file, SortedSet<String> content) {
    try {
      Files.createDirectories(file.getParent());
      if (content.isEmpty()) {
        Files.deleteIfExists(file);
      } else {
        Files.writeString(file, String.join("\n", content) + "\n");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
