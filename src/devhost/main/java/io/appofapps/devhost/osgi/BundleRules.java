package io.appofapps.devhost.osgi;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import java.io.IOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.framework.Bundle;
import org.osgi.framework.Version;

/** What the product asks of a bundle that it is to take without transforming it. */
final class BundleRules {

  private static final String SCANNER_ANNOTATIONS =
      "com/atlassian/plugin/spring/scanner/annotation/imports/ComponentImport.class";

  private BundleRules() {}

  /**
   * The plugin of the bundle.
   *
   * @throws PluginRefusedException when a rule is broken
   */
  static BundlePlugin plugin(Bundle bundle) {
    String key = bundle.getHeaders().get("Atlassian-Plugin-Key");
    require(key != null, bundle.getLocation() + " has no Atlassian-Plugin-Key in its manifest");
    require(
        !bundle.getVersion().equals(Version.emptyVersion), key + " has no valid Bundle-Version");
    require(
        key.equals(bundle.getSymbolicName()),
        key + " differs from the Bundle-SymbolicName " + bundle.getSymbolicName());
    require(
        bundle.getEntry(SCANNER_ANNOTATIONS) == null,
        key + " contains the annotations of Spring Scanner, which the product provides");
    require(scansIndexes(bundle), key + " has no META-INF/spring/*.xml with <scan-indexes/>");
    URL main = bundle.getEntry("atlassian-plugin.xml");
    require(main != null, key + " has no atlassian-plugin.xml");
    Descriptor descriptor = Descriptor.read(main, scanFolders(bundle));
    require(
        key.equals(descriptor.key()),
        key + " differs from the key of the descriptor, " + descriptor.key());
    BundlePlugin plugin = new BundlePlugin(bundle, descriptor);
    checkKeys(plugin);
    plugin.modules().forEach(module -> ModuleTypes.report(key, module.type()));
    return plugin;
  }

  private static void checkKeys(BundlePlugin plugin) {
    Set<String> keys = new HashSet<>();
    for (ModuleDescriptor module : plugin.modules()) {
      require(
          module.key().isEmpty() || keys.add(module.key()),
          plugin.key() + " has two modules with the key " + module.key());
    }
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new PluginRefusedException(otherwise);
    }
  }

  private static boolean scansIndexes(Bundle bundle) {
    for (URL url : entries(bundle, "META-INF/spring")) {
      try (var in = url.openStream()) {
        if (new String(in.readAllBytes(), StandardCharsets.UTF_8).contains("scan-indexes")) {
          return true;
        }
      } catch (IOException e) {
        throw new PluginRefusedException("Cannot read " + url, e);
      }
    }
    return false;
  }

  private static List<URL> scanFolders(Bundle bundle) {
    String folders = bundle.getHeaders().get("Atlassian-Scan-Folders");
    List<URL> files = new ArrayList<>();
    if (folders != null) {
      for (String folder : folders.split(",")) {
        files.addAll(entries(bundle, folder.strip()));
      }
    }
    return files;
  }

  private static List<URL> entries(Bundle bundle, String folder) {
    Enumeration<URL> found = bundle.findEntries(folder, "*.xml", false);
    return found == null ? List.of() : Collections.list(found);
  }
}
