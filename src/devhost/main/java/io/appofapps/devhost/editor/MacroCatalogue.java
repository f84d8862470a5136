package io.appofapps.devhost.editor;

import com.atlassian.confluence.macro.Macro;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.page.PageFinder;
import io.appofapps.devhost.render.MacroDescription;
import io.appofapps.devhost.render.MacroParameter;
import io.appofapps.devhost.render.Macros;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The macros as JSON, in the shape that Confluence's macro browser gives to its fields. */
public final class MacroCatalogue {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Macros macros;
  private final PageFinder finder;

  public MacroCatalogue(Macros macros, PageFinder finder) {
    this.macros = macros;
    this.finder = finder;
  }

  public void handle(Exchange exchange) {
    if (finder.refuses(exchange)) {
      return;
    }
    exchange.response().setHeader("Cache-Control", "no-store");
    try {
      exchange.send("application/json", JSON.writeValueAsString(Map.of("macros", list())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every macro by title; those not offered are there for editing what a page already has. */
  List<Map<String, Object>> list() {
    return macros.all(Locale.ENGLISH).stream()
        .sorted(Comparator.comparing(MacroDescription::title, String.CASE_INSENSITIVE_ORDER))
        .map(this::macro)
        .toList();
  }

  private Map<String, Object> macro(MacroDescription macro) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("macroName", macro.name());
    json.put("pluginKey", macro.plugin());
    json.put("title", macro.title());
    json.put("description", macro.description());
    json.put("icon", macro.icon());
    json.put("documentationUrl", macro.documentation());
    json.put("categories", macro.categories());
    json.put("aliases", macro.aliases());
    json.put("hidden", !macro.offered());
    json.put("bodyType", bodyType(macro));
    json.put("parameters", macro.parameters().stream().map(p -> parameter(macro, p)).toList());
    json.put("buttons", macro.buttons());
    return json;
  }

  /** A macro whose class cannot be made is listed without a body rather than not at all. */
  private String bodyType(MacroDescription macro) {
    try {
      return macros.find(macro.name()).map(Macro::getBodyType).orElse(Macro.BodyType.NONE).name();
    } catch (RuntimeException e) {
      return Macro.BodyType.NONE.name();
    }
  }

  private static Map<String, Object> parameter(MacroDescription macro, MacroParameter parameter) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", parameter.name());
    json.put("macroName", macro.name());
    json.put("pluginKey", macro.plugin());
    json.put("type", Map.of("name", parameter.type()));
    json.put("displayName", parameter.label());
    json.put("description", parameter.description());
    json.put("required", parameter.required());
    json.put("multiple", parameter.multiple());
    json.put("hidden", parameter.hidden());
    json.put("defaultValue", parameter.defaultValue());
    json.put("enumValues", parameter.values().stream().map(MacroParameter.Choice::value).toList());
    json.put("enumLabels", parameter.values().stream().map(MacroParameter.Choice::label).toList());
    json.put("options", parameter.options());
    return json;
  }
}
