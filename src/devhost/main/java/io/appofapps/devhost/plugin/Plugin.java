package io.appofapps.devhost.plugin;

import java.net.URL;
import java.util.Locale;
import java.util.Optional;

/** An enabled plugin: a bundle with a descriptor and a Spring context. */
public interface Plugin {

  String key();

  String name();

  String version();

  /** Class loader of the bundle. */
  ClassLoader classLoader();

  /** An instance of the class with its constructor autowired from the plugin's Spring context. */
  <T> T create(String className, Class<T> type);

  /** A resource of the bundle, such as {@code templates/tree.vm}. */
  Optional<URL> resource(String path);

  /** The i18n text of the plugin for the key, empty when the plugin has none. */
  Optional<String> text(String key, Locale locale);
}
