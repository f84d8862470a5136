package io.appofapps.confluence.jar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentsIT {

  private static final List<String> HOST_PACKAGES =
      List.of(
          "com/atlassian/",
          "jakarta/",
          "javax/",
          "org/springframework/",
          "org/slf4j/",
          "net/java/ao/",
          "org/osgi/",
          "org/eclipse/gemini/");

  private static final Pattern VERSIONED = Pattern.compile("META-INF/versions/(\\d+)/");

  private final FinishedJar jar = new FinishedJar();

  @Test
  void exactlyTheKnownLibrariesAreNested() {
    assertThat(jar.libraries().stream().map(ContentsIT::artifact))
        .containsExactlyInAnyOrder(
            "JavaEWAH",
            "itu",
            "jackson-annotations",
            "jackson-core",
            "jackson-databind",
            "jackson-dataformat-yaml",
            "jackson-datatype-jsr310",
            "jsch",
            "json-schema-validator",
            "kubernetes-client",
            "kubernetes-client-api",
            "kubernetes-httpclient-jdk",
            "kubernetes-model-admissionregistration",
            "kubernetes-model-apps",
            "kubernetes-model-autoscaling",
            "kubernetes-model-batch",
            "kubernetes-model-certificates",
            "kubernetes-model-common",
            "kubernetes-model-core",
            "kubernetes-model-extensions",
            "mcp-core",
            "mcp-json-jackson2",
            "org.eclipse.jgit",
            "reactive-streams",
            "reactor-core",
            "prometheus-metrics-config",
            "prometheus-metrics-core",
            "prometheus-metrics-exposition-textformats",
            "prometheus-metrics-model",
            "snakeyaml-engine");
  }

  @Test
  void nothingOfTheHostIsInTheJarOrItsLibraries() {
    assertThat(jar.files().keySet()).noneMatch(ContentsIT::isOfTheHost);
    for (String library : jar.libraries()) {
      assertThat(jar.library(library).keySet()).as(library).noneMatch(ContentsIT::isOfTheHost);
    }
  }

  @Test
  void theOuterJarHoldsOurFilesOnly() {
    Set<String> tops =
        jar.files().keySet().stream()
            .map(ContentsIT::top)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(tops)
        .isSubsetOf(
            "META-INF/MANIFEST.MF",
            "META-INF/lib",
            "META-INF/maven",
            "META-INF/plugin-components",
            "META-INF/spring",
            "atlassian-plugin.xml",
            "frontend",
            "images",
            "io",
            "templates");
    assertThat(jar.files().keySet())
        .noneMatch(name -> name.endsWith("module-info.class"))
        .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"))
        .noneMatch(name -> name.startsWith("META-INF/versions/"));
  }

  @Test
  void ourClassesRunOnJava17AndTheLibrariesOnJava21() {
    assertThat(jar.ownClasses())
        .isNotEmpty()
        .allSatisfy(bytes -> assertThat(FinishedJar.major(bytes)).isLessThanOrEqualTo(61));
    for (String library : jar.libraries()) {
      jar.library(library)
          .forEach(
              (name, bytes) -> {
                if (name.endsWith(".class") && !isOfANewerJava(name)) {
                  assertThat(FinishedJar.major(bytes)).as(name).isLessThanOrEqualTo(65);
                }
              });
    }
  }

  /** In a multi-release library: Java 21 never loads it. */
  private static boolean isOfANewerJava(String name) {
    Matcher version = VERSIONED.matcher(name);
    return version.lookingAt() && Integer.parseInt(version.group(1)) > 21;
  }

  @Test
  void theSignatureOfJgitHolds(@TempDir Path directory) throws IOException {
    String library = jar.libraries().stream().filter(ContentsIT::isJgit).findFirst().orElseThrow();
    Path file = directory.resolve("jgit.jar");
    Files.write(file, jar.files().get(library));
    try (JarFile signed = new JarFile(file.toFile(), true)) {
      for (JarEntry entry : Collections.list(signed.entries())) {
        try (InputStream in = signed.getInputStream(entry)) {
          // reading to the end checks it
          in.readAllBytes();
        }
        if (entry.getName().endsWith(".class")) {
          assertThat(entry.getCodeSigners()).as(entry.getName()).isNotEmpty();
        }
      }
    }
  }

  /** JGit is published signed only; it is nested byte for byte. */
  private static boolean isJgit(String library) {
    return artifact(library).equals("org.eclipse.jgit");
  }

  @Test
  void noOtherLibraryIsSigned() {
    for (String library : jar.libraries().stream().filter(each -> !isJgit(each)).toList()) {
      assertThat(jar.library(library).keySet())
          .as(library)
          .noneMatch(name -> name.matches("META-INF/[^/]+\\.(SF|RSA|DSA|EC)"));
    }
  }

  @Test
  void everyServiceOfALibraryNamesAClassOfThatLibrary() {
    for (String library : jar.libraries()) {
      Map<String, byte[]> files = jar.library(library);
      files.forEach(
          (name, bytes) -> {
            if (name.startsWith("META-INF/services/")) {
              new String(bytes, StandardCharsets.UTF_8)
                  .lines()
                  .map(line -> line.replaceFirst("#.*", "").strip())
                  .filter(line -> !line.isEmpty())
                  .forEach(
                      type -> assertThat(files).containsKey(type.replace('.', '/') + ".class"));
            }
          });
    }
  }

  @Test
  void exactlyOneKubernetesHttpClientIsOffered() {
    String service = "META-INF/services/io.fabric8.kubernetes.client.http.HttpClient$Factory";
    assertThat(jar.libraries().stream().filter(l -> jar.library(l).containsKey(service)))
        .singleElement()
        .asString()
        .contains("kubernetes-httpclient-jdk");
  }

  @Test
  void theReportNamesTheSizeAndWhatMakesItUp() throws IOException {
    Path report = FinishedJar.path().resolveSibling("jar-report.txt");
    long size = Files.size(FinishedJar.path());
    StringBuilder text = new StringBuilder("%,11d  the jar%n".formatted(size));
    for (String library : jar.libraries()) {
      text.append("%,11d  %s%n".formatted(jar.packedSize(library), library));
    }
    long own =
        jar.files().keySet().stream()
            .filter(name -> !name.startsWith(FinishedJar.LIBRARIES))
            .mapToLong(jar::packedSize)
            .sum();
    text.append("%,11d  our classes and resources%n".formatted(own));
    Files.writeString(report, text);
    assertThat(size).as("bytes of the jar").isLessThan(19_600_000);
  }

  private static String artifact(String library) {
    return library.substring(FinishedJar.LIBRARIES.length()).replaceFirst("-\\d.*", "");
  }

  private static boolean isOfTheHost(String name) {
    return HOST_PACKAGES.stream().anyMatch(name::startsWith);
  }

  private static String top(String name) {
    String[] parts = name.split("/");
    return parts[0].equals("META-INF") ? parts[0] + "/" + parts[1] : parts[0];
  }
}
