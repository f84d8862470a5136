package io.appofapps.devhost.look;

import io.appofapps.devhost.velocity.TemplateEngine;
import java.util.Map;
import java.util.Optional;

/** The host's own templates: escaped by default, every public method may be called. */
public final class HostTemplates {

  private final TemplateEngine engine =
      new TemplateEngine(
          name -> Optional.ofNullable(HostTemplates.class.getResource(name)),
          (receiver, method) -> true);

  public String render(String name, Map<String, ?> values) {
    return engine.render(name + ".vm", values);
  }
}
