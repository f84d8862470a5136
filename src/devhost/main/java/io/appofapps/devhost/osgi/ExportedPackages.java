package io.appofapps.devhost.osgi;

import com.atlassian.confluence.macro.Macro;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The packages that plugins may import. Atlassian's are those of the declarations; the others are
 * what Confluence 10.2 is known to export (Jakarta EE 10 APIs, SLF4J, Spring 6, Jackson, Active
 * Objects).
 */
final class ExportedPackages {

  /** By the name of the version, which the build puts into the properties file. */
  private static final Map<String, String> OTHERS =
      Map.of(
          "jakarta.servlet",
          "jakarta.servlet jakarta.servlet.http jakarta.servlet.annotation"
              + " jakarta.servlet.descriptor",
          "jakarta.ws.rs",
          "jakarta.ws.rs jakarta.ws.rs.core jakarta.ws.rs.container jakarta.ws.rs.ext"
              + " jakarta.ws.rs.client",
          "jakarta.inject",
          "jakarta.inject",
          "jakarta.annotation",
          "jakarta.annotation",
          "slf4j",
          "org.slf4j org.slf4j.event org.slf4j.helpers org.slf4j.spi",
          "spring",
          "org.springframework.beans org.springframework.beans.factory"
              + " org.springframework.beans.factory.annotation"
              + " org.springframework.beans.factory.config"
              + " org.springframework.beans.factory.support org.springframework.context"
              + " org.springframework.context.annotation org.springframework.context.support"
              + " org.springframework.core org.springframework.core.io org.springframework.aop"
              + " org.springframework.aop.framework org.springframework.stereotype"
              + " org.springframework.util",
          "jackson",
          "com.fasterxml.jackson.annotation com.fasterxml.jackson.core"
              + " com.fasterxml.jackson.core.type com.fasterxml.jackson.databind"
              + " com.fasterxml.jackson.databind.annotation com.fasterxml.jackson.databind.node",
          "activeobjects",
          "net.java.ao net.java.ao.schema net.java.ao.types");

  private static final String TEST_PACKAGES =
      "org.junit org.junit.runner org.junit.runner.manipulation org.junit.runner.notification"
          + " org.junit.rules org.junit.runners org.junit.runners.model org.hamcrest"
          + " com.atlassian.plugins.osgi.test";

  private ExportedPackages() {}

  /** The value of {@code org.osgi.framework.system.packages.extra}. */
  static String header(boolean withTestPackages) {
    Properties versions = versions();
    Stream<String> others =
        OTHERS.entrySet().stream()
            .flatMap(
                entry ->
                    Stream.of(entry.getValue().split(" "))
                        .map(name -> name + version(versions, entry.getKey())));
    Stream<String> tests = withTestPackages ? Stream.of(TEST_PACKAGES.split(" ")) : Stream.empty();
    return Stream.of(atlassian().stream(), others, tests)
        .flatMap(names -> names)
        .collect(Collectors.joining(","));
  }

  private static String version(Properties versions, String name) {
    return ";version=\"" + Objects.requireNonNull(versions.getProperty(name), name) + "\"";
  }

  private static Properties versions() {
    Properties versions = new Properties();
    try (InputStream in = ExportedPackages.class.getResourceAsStream("versions.properties")) {
      versions.load(in);
      return versions;
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read the versions of the exported packages", e);
    }
  }

  private static TreeSet<String> atlassian() {
    try {
      URI location = Macro.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      Path path = Path.of(location);
      if (Files.isDirectory(path)) {
        return packagesBelow(path);
      }
      try (FileSystem jar = FileSystems.newFileSystem(path)) {
        return packagesBelow(jar.getPath("/"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot list the packages of the declarations", e);
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException("The declarations have no readable location", e);
    }
  }

  private static TreeSet<String> packagesBelow(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().endsWith(".class"))
          .map(file -> root.relativize(file.getParent()).toString().replace('/', '.'))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
