package io.appofapps.devhost.render;

import io.appofapps.devhost.plugin.ModuleDescriptor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.w3c.dom.Element;

/**
 * Reads an {@code xhtml-macro} module. Texts come from the plugin's i18n by Confluence's keys:
 * {@code <plugin>.<macro>.label}, {@code .desc}, {@code .param.<name>.label} and {@code .desc},
 * {@code .param.<name>.<value>.label}.
 */
final class MacroModules {

  private MacroModules() {}

  static MacroDescription describe(ModuleDescriptor module, Locale locale) {
    Element xml = module.xml();
    String name = name(module);
    String prefix = module.plugin().key() + "." + name;
    Optional<Element> parameters = Xml.child(xml, "parameters");
    return new MacroDescription(
        name,
        text(module, locale, xml.getAttribute("i18n-name-key"), prefix + ".label").orElse(name),
        text(module, locale, descriptionKey(xml), prefix + ".desc").orElse(""),
        module.plugin().key(),
        xml.getAttribute("icon"),
        xml.getAttribute("documentation-url"),
        names(xml, "category"),
        aliases(module),
        parameters.isPresent() && !Boolean.parseBoolean(xml.getAttribute("hidden")),
        parameters.stream()
            .flatMap(all -> Xml.children(all, "parameter").stream())
            .map(parameter -> parameter(module, locale, prefix, parameter))
            .toList(),
        Xml.child(xml, "property-panel").stream()
            .flatMap(panel -> Xml.children(panel).stream())
            .flatMap(element -> button(module, locale, element).stream())
            .toList());
  }

  /** The label is a key of the plugin's texts; a key without a text is shown as it is. */
  private static Optional<MacroDescription.Button> button(
      ModuleDescriptor module, Locale locale, Element element) {
    return switch (element.getTagName()) {
      case "button" -> {
        String label = element.getAttribute("label");
        yield Optional.of(
            new MacroDescription.Button(
                element.getAttribute("id"), text(module, locale, label).orElse(label)));
      }
      case "spacer" -> Optional.of(new MacroDescription.Button(MacroDescription.Button.SPACER, ""));
      default -> Optional.empty();
    };
  }

  static String name(ModuleDescriptor module) {
    String name = module.attribute("name");
    return name.isEmpty() ? module.key() : name;
  }

  static List<String> aliases(ModuleDescriptor module) {
    return names(module.xml(), "alias");
  }

  private static MacroParameter parameter(
      ModuleDescriptor module, Locale locale, String macroPrefix, Element xml) {
    String name = xml.getAttribute("name");
    String prefix = macroPrefix + ".param." + name;
    String type = xml.getAttribute("type");
    return new MacroParameter(
        name,
        type.isEmpty() ? "string" : type,
        text(module, locale, prefix + ".label").orElse(name),
        text(module, locale, prefix + ".desc").orElse(""),
        Boolean.parseBoolean(xml.getAttribute("required")),
        Boolean.parseBoolean(xml.getAttribute("multiple")),
        Boolean.parseBoolean(xml.getAttribute("hidden")),
        xml.getAttribute("default"),
        names(xml, "value").stream()
            .map(
                value ->
                    new MacroParameter.Choice(
                        value, text(module, locale, prefix + "." + value + ".label").orElse(value)))
            .toList(),
        options(xml));
  }

  private static Map<String, String> options(Element parameter) {
    Map<String, String> options = new LinkedHashMap<>();
    for (Element option : Xml.children(parameter, "option")) {
      options.put(option.getAttribute("key"), option.getAttribute("value"));
    }
    return options;
  }

  private static String descriptionKey(Element xml) {
    return Xml.child(xml, "description").map(e -> e.getAttribute("key")).orElse("");
  }

  private static List<String> names(Element parent, String element) {
    return Xml.children(parent, element).stream().map(e -> e.getAttribute("name")).toList();
  }

  private static Optional<String> text(ModuleDescriptor module, Locale locale, String... keys) {
    for (String key : keys) {
      if (!key.isEmpty()) {
        Optional<String> text = module.plugin().text(key, locale);
        if (text.isPresent()) {
          return text;
        }
      }
    }
    return Optional.empty();
  }
}
