package io.appofapps.devhost.velocity;

import java.io.StringWriter;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.velocity.VelocityContext;
import org.apache.velocity.app.event.EventCartridge;
import org.apache.velocity.runtime.RuntimeInstance;

/** One Velocity engine: templates of one source, one method rule, escaping by default. */
public final class TemplateEngine {

  private final RuntimeInstance runtime = new RuntimeInstance();
  private final TemplateSource source;

  public TemplateEngine(TemplateSource source, MethodRule rule) {
    this.source = source;
    runtime.setConfiguration(new org.apache.velocity.util.ExtProperties());
    runtime.setProperties(properties());
    runtime.setProperty("resource.loader.source.instance", new SourceLoader(source));
    runtime.setApplicationAttribute(MethodRule.class.getName(), rule);
    runtime.init();
  }

  /** Settings that bring Velocity 2 closer to the fork of 1.6 in Confluence. */
  private static Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("resource.loaders", "source");
    properties.setProperty("resource.loader.source.cache", "true");
    properties.setProperty("resource.default_encoding", "UTF-8");
    properties.setProperty("directive.if.empty_check", "false");
    properties.setProperty("parser.allow_hyphen_in_identifiers", "true");
    properties.setProperty("parser.space_gobbling", "bc");
    properties.setProperty("parser.pool.size", "4");
    properties.setProperty("velocimacro.enable_bc_mode", "true");
    properties.setProperty("velocimacro.library.path", "");
    properties.setProperty("runtime.log.log_invalid_references", "false");
    properties.setProperty("introspector.uberspect.class", GuardedUberspect.class.getName());
    properties.setProperty(
        "runtime.custom_directives",
        DisableAntiXss.class.getName() + "," + HtmlSafeMarker.class.getName());
    return properties;
  }

  /** Whether the engine has the template. */
  public boolean has(String template) {
    return source.find(SourceLoader.withoutSlash(template)).isPresent();
  }

  /**
   * The template with the values.
   *
   * @throws org.apache.velocity.exception.VelocityException when the template is missing or wrong
   */
  public String render(String template, Map<?, ?> values) {
    Map<String, Object> context = new HashMap<>();
    values.forEach((key, value) -> context.put(String.valueOf(key), value));
    VelocityContext velocityContext = new VelocityContext(context);
    EventCartridge cartridge = new EventCartridge();
    cartridge.addReferenceInsertionEventHandler(new HtmlEscape(runtime));
    cartridge.attachToContext(velocityContext);
    StringWriter writer = new StringWriter(1024);
    runtime.getTemplate(SourceLoader.withoutSlash(template)).merge(velocityContext, writer);
    return writer.toString();
  }
}
