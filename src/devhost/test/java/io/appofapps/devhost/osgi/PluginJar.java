package io.appofapps.devhost.osgi;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Builds the jar of a small plugin from classes of the test's class path. */
public final class PluginJar {

  private static final String SPRING =
      "<beans xmlns:atlassian-scanner=\"http://www.atlassian.com/schema/atlassian-scanner/2\">"
          + "<atlassian-scanner:scan-indexes/></beans>";

  private final Map<String, String> headers = new LinkedHashMap<>();
  private final Map<String, byte[]> entries = new LinkedHashMap<>();
  private final String key;

  public PluginJar(String key) {
    this.key = key;
    header("Bundle-ManifestVersion", "2");
    header("Bundle-SymbolicName", key);
    header("Bundle-Version", "1.0.0");
    header("Atlassian-Plugin-Key", key);
    header(
        "Import-Package",
        "com.atlassian.activeobjects.external,com.atlassian.sal.api.lifecycle,"
            + "com.atlassian.sal.api.user,com.atlassian.sal.api.message,net.java.ao,"
            + "com.atlassian.sal.api.transaction,jakarta.inject,net.java.ao.schema");
    entry("META-INF/spring/plugin-context.xml", SPRING);
    descriptor("");
  }

  public PluginJar header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public PluginJar without(String headerOrEntry) {
    headers.remove(headerOrEntry);
    entries.remove(headerOrEntry);
    return this;
  }

  public PluginJar descriptor(String modules) {
    return entry(
        "atlassian-plugin.xml",
        "<atlassian-plugin key='"
            + key
            + "' name='Test' plugins-version='2'><plugin-info>"
            + "<version>1.0.0</version></plugin-info>"
            + modules
            + "</atlassian-plugin>");
  }

  public PluginJar entry(String name, String text) {
    entries.put(name, text.getBytes(StandardCharsets.UTF_8));
    return this;
  }

  public PluginJar index(String file, String... lines) {
    return entry("META-INF/plugin-components/" + file, String.join("\n", lines) + "\n");
  }

  public PluginJar with(Class<?>... classes) throws IOException {
    for (Class<?> type : classes) {
      String name = type.getName().replace('.', '/') + ".class";
      try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
        entries.put(name, in.readAllBytes());
      }
    }
    return this;
  }

  public Path in(Path folder) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    headers.forEach((name, value) -> manifest.getMainAttributes().putValue(name, value));
    Path jar = Files.createTempFile(folder, "plugin", ".jar");
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream zip = new JarOutputStream(out, manifest)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new JarEntry(entry.getKey()));
        zip.write(entry.getValue());
        zip.closeEntry();
      }
    }
    return jar;
  }
}
