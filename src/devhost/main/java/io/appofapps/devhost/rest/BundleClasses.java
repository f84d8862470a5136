package io.appofapps.devhost.rest;

import io.appofapps.devhost.plugin.Plugin;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleReference;

/**
 * Classes of a package among the bundle's own entries. As in the product neither sub-packages nor
 * nested jars are looked at.
 */
final class BundleClasses {

  private static final String SUFFIX = ".class";

  private BundleClasses() {}

  static List<Class<?>> in(Plugin plugin, String packageName) {
    Bundle bundle = ((BundleReference) plugin.classLoader()).getBundle();
    Enumeration<URL> entries =
        bundle.findEntries(packageName.replace('.', '/'), "*" + SUFFIX, false);
    if (entries == null) {
      return List.of();
    }
    return Collections.list(entries).stream()
        .map(URL::getPath)
        .map(path -> path.substring(path.lastIndexOf('/') + 1, path.length() - SUFFIX.length()))
        .sorted()
        .<Class<?>>map(name -> load(plugin, packageName + "." + name))
        .toList();
  }

  private static Class<?> load(Plugin plugin, String name) {
    try {
      return Class.forName(name, false, plugin.classLoader());
    } catch (ClassNotFoundException | LinkageError e) {
      throw new IllegalStateException("Cannot load " + name + " of " + plugin.key(), e);
    }
  }
}
