package io.appofapps.confluence.view;

import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.VelocityEngine;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.app.event.ReferenceInsertionEventHandler;

/** The real templates, escaped by Confluence's rule: all references but those named …Html. */
public final class TestTemplates implements Templates {

  private final VelocityEngine engine = new VelocityEngine();
  private int rendered;

  public TestTemplates() {
    engine.setProperty("resource.loaders", "class");
    engine.setProperty(
        "resource.loader.class.class",
        "org.apache.velocity.runtime.resource.loader.ClasspathResourceLoader");
    engine.setProperty("resource.loader.class.cache", "true");
    engine.setProperty("runtime.strict_mode.enable", "true");
    engine.init();
  }

  @Override
  public String render(String name, Map<String, Object> context) {
    rendered++;
    VelocityContext values = new VelocityContext(context);
    EventCartridge cartridge = new EventCartridge();
    cartridge.addReferenceInsertionEventHandler(escaping());
    cartridge.attachToContext(values);
    StringWriter out = new StringWriter();
    engine.getTemplate("templates/" + name + ".vm", "UTF-8").merge(values, out);
    return out.toString();
  }

  /** How many templates were filled so far. */
  public int rendered() {
    return rendered;
  }

  private static ReferenceInsertionEventHandler escaping() {
    return (context, reference, value) -> {
      String name = reference.replaceAll("[${}!]", "").toLowerCase(Locale.ROOT);
      return name.endsWith("html") && !name.contains(".") ? value : escaped(String.valueOf(value));
    };
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
