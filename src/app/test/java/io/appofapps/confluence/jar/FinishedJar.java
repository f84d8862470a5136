package io.appofapps.confluence.jar;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The jar that the build made, in memory. */
final class FinishedJar {

  static final String LIBRARIES = "META-INF/lib/";

  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, Long> packedSizes = new TreeMap<>();
  private final Map<String, String> headers = new LinkedHashMap<>();

  FinishedJar() {
    try (JarFile jar = new JarFile(path().toFile())) {
      jar.getManifest()
          .getMainAttributes()
          .forEach((name, value) -> headers.put(name.toString(), value.toString()));
      for (ZipEntry entry : jar.stream().filter(e -> !e.isDirectory()).toList()) {
        files.put(entry.getName(), jar.getInputStream(entry).readAllBytes());
        packedSizes.put(entry.getName(), entry.getCompressedSize());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Path path() {
    return Path.of(System.getProperty("app.jar"));
  }

  /** All files by name. */
  Map<String, byte[]> files() {
    return files;
  }

  long packedSize(String file) {
    return packedSizes.get(file);
  }

  String text(String file) {
    return new String(files.get(file), StandardCharsets.UTF_8);
  }

  /** The lines of a file of the scanner index, none when there is no such file. */
  List<String> index(String file) {
    String name = "META-INF/plugin-components/" + file;
    return files.containsKey(name) ? text(name).lines().toList() : List.of();
  }

  boolean hasClass(String binaryName) {
    return files.containsKey(binaryName.replace('.', '/') + ".class");
  }

  Map<String, String> headers() {
    return headers;
  }

  /** Clauses of a header: the name with its attributes and directives, quotes removed. */
  Map<String, List<String>> clauses(String header) {
    Map<String, List<String>> clauses = new LinkedHashMap<>();
    for (String clause : headers.get(header).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)")) {
      List<String> parts = Arrays.asList(clause.replace("\"", "").split(";"));
      clauses.put(parts.get(0), parts.subList(1, parts.size()));
    }
    return clauses;
  }

  List<String> libraries() {
    return files.keySet().stream().filter(name -> name.startsWith(LIBRARIES)).toList();
  }

  /** The files of a nested library. */
  Map<String, byte[]> library(String name) {
    Map<String, byte[]> content = new TreeMap<>();
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(files.get(name)))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (!entry.isDirectory()) {
          content.put(entry.getName(), zip.readAllBytes());
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return content;
  }

  /** Our own class files. */
  List<byte[]> ownClasses() {
    List<byte[]> classes = new ArrayList<>();
    files.forEach(
        (name, bytes) -> {
          if (name.endsWith(".class")) {
            classes.add(bytes);
          }
        });
    return classes;
  }

  /** Major version of the class-file format. */
  static int major(byte[] classFile) {
    return (classFile[6] & 0xFF) << 8 | classFile[7] & 0xFF;
  }
}
