package io.appofapps.devhost.editor;

import com.atlassian.confluence.macro.EditorImagePlaceholder;
import com.atlassian.confluence.macro.ImagePlaceholder;
import com.atlassian.confluence.macro.Macro;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.page.PageFinder;
import io.appofapps.devhost.render.HostConversionContext;
import io.appofapps.devhost.render.Html;
import io.appofapps.devhost.render.MacroDescription;
import io.appofapps.devhost.render.Macros;
import io.appofapps.devhost.render.Output;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The image that stands for a macro in the editor: what the macro's {@link EditorImagePlaceholder}
 * names, else its title and parameters. The parameter {@code definition} is Confluence's: Base64 of
 * {@code {name:parameter=value|parameter=value}}.
 */
public final class MacroPlaceholder {

  private static final Pattern DEFINITION =
      Pattern.compile("\\{([^:}]+)(?::(.*))?}", Pattern.DOTALL);

  private final Macros macros;
  private final PageFinder finder;

  public MacroPlaceholder(Macros macros, PageFinder finder) {
    this.macros = macros;
    this.finder = finder;
  }

  public void handle(Exchange exchange) {
    if (finder.refuses(exchange)) {
      return;
    }
    Optional<Definition> definition = Definition.decode(exchange.parameter("definition"));
    if (definition.isEmpty()) {
      exchange.response().setStatus(400);
      return;
    }
    Optional<String> image = image(definition.get(), exchange.parameter("spaceKey"));
    exchange.response().setHeader("Cache-Control", "no-store");
    if (image.isPresent()) {
      exchange.redirect(image.get());
    } else {
      exchange.send("image/svg+xml", svg(definition.get()));
    }
  }

  private Optional<String> image(Definition definition, String spaceKey) {
    Optional<Macro> macro = macros.find(definition.name());
    if (macro.isPresent() && macro.get() instanceof EditorImagePlaceholder editor) {
      ImagePlaceholder placeholder =
          editor.getImagePlaceholder(
              definition.parameters(), new HostConversionContext(Output.PREVIEW, spaceKey));
      return Optional.ofNullable(placeholder)
          .map(ImagePlaceholder::getUrl)
          .filter(url -> url.startsWith("/"));
    }
    return Optional.empty();
  }

  private String svg(Definition definition) {
    String title =
        macros
            .describe(definition.name(), Locale.ENGLISH)
            .map(MacroDescription::title)
            .orElse("Unknown macro: " + definition.name());
    String parameters =
        definition.parameters().entrySet().stream()
            .map(entry -> entry.getKey() + " = " + entry.getValue())
            .collect(Collectors.joining(" | "));
    int width = 40 + 7 * Math.min(70, title.length() + parameters.length() + 3);
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\""
        + width
        + "\" height=\"28\"><rect x=\".5\" y=\".5\" width=\""
        + (width - 1)
        + "\" height=\"27\" rx=\"3\" fill=\"#f4f5f7\" stroke=\"#c1c7d0\"/><text x=\"12\" y=\"18\""
        + " font-family=\"sans-serif\" font-size=\"12\" fill=\"#172b4d\"><tspan"
        + " font-weight=\"600\">"
        + Html.escape(title)
        + "</tspan> <tspan fill=\"#5e6c84\">"
        + Html.escape(parameters)
        + "</tspan></text></svg>";
  }

  /** A macro and its parameters. */
  record Definition(String name, Map<String, String> parameters) {

    static Optional<Definition> decode(String base64) {
      String text;
      try {
        byte[] bytes = Base64.getDecoder().decode(base64.replace('-', '+').replace('_', '/'));
        text = new String(bytes, StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        return Optional.empty();
      }
      Matcher matcher = DEFINITION.matcher(text);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      Map<String, String> parameters = new LinkedHashMap<>();
      if (matcher.group(2) != null && !matcher.group(2).isEmpty()) {
        for (String pair : matcher.group(2).split("\\|")) {
          int equals = pair.indexOf('=');
          parameters.put(equals < 0 ? "" : pair.substring(0, equals), pair.substring(equals + 1));
        }
      }
      return Optional.of(new Definition(matcher.group(1), parameters));
    }
  }
}
