package io.appofapps.devhost.velocity;

import java.net.URL;
import java.util.Optional;

/** Where the templates of an engine are. */
@FunctionalInterface
public interface TemplateSource {

  /** The template of the name, which has no leading slash. */
  Optional<URL> find(String name);
}
