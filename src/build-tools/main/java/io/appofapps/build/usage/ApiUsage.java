package io.appofapps.build.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Everything of the host's API that the app's classes refer to: what a Confluence must have for the
 * app to work.
 */
public final class ApiUsage {

  private static final HostTypes HOST = new HostTypes(List.of("com.atlassian.", "net.java.ao."));

  private final SortedMap<String, TypeKind> types;
  private final SortedSet<Member> members;
  private final SortedSet<Inheritance> inheritances;

  ApiUsage(
      Map<String, TypeKind> types,
      Collection<Member> members,
      Collection<Inheritance> inheritances) {
    this.types = new TreeMap<>(types);
    this.members = new TreeSet<>(members);
    this.inheritances = new TreeSet<>(inheritances);
  }

  /**
   * Writes the usage of a class folder.
   *
   * @param arguments class folder, file for the list, file for the page
   */
  public static void main(String[] arguments) {
    ApiUsage usage = ofFolder(Path.of(arguments[0]));
    write(Path.of(arguments[1]), usage.toText());
    write(Path.of(arguments[2]), usage.toMarkdown());
  }

  /** The usage of all classes below the folder. */
  public static ApiUsage ofFolder(Path classes) {
    try (Stream<Path> files = Files.walk(classes)) {
      return of(
          files
              .filter(file -> file.toString().endsWith(".class"))
              .sorted()
              .map(ApiUsage::read)
              .toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The usage of the class files. */
  public static ApiUsage of(Collection<byte[]> classFiles) {
    References references = new References(HOST);
    classFiles.forEach(classFile -> ClassReferences.read(classFile, references));
    return references.usage();
  }

  /**
   * One use a line, fields separated by tabs, sorted: {@code type kind name}, {@code method
   * static|instance owner name descriptor}, {@code field …} likewise, {@code inherits own host}.
   */
  public String toText() {
    List<String> lines = new ArrayList<>();
    types.forEach((name, kind) -> lines.add(line("type", kind.word(), name)));
    for (Member member : members) {
      lines.add(
          line(
              member.isMethod() ? "method" : "field",
              member.isStatic() ? "static" : "instance",
              member.owner(),
              member.name(),
              member.descriptor()));
    }
    inheritances.forEach(i -> lines.add(line("inherits", i.own(), i.host())));
    return String.join("\n", lines) + "\n";
  }

  /** The page for developers. */
  public String toMarkdown() {
    return new UsagePage(types, members, inheritances).text();
  }

  private static String line(String... fields) {
    return String.join("\t", fields);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
