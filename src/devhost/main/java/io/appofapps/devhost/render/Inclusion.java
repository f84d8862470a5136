package io.appofapps.devhost.render;

import io.appofapps.devhost.content.api.HostPage;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Confluence's macro {@code include}: another page's body, rendered as that page. Its macros learn
 * of the page they are written on, not of the one that includes it.
 */
final class Inclusion {

  static final String NAME = "include";

  private final IncludedPages pages;
  private final BiFunction<String, HostConversionContext, Rendered> renderer;

  Inclusion(IncludedPages pages, BiFunction<String, HostConversionContext, Rendered> renderer) {
    this.pages = pages;
    this.renderer = renderer;
  }

  /** The body of the page that the call names, or a box that says why not. */
  String html(MacroCall call, HostConversionContext context, List<Rendered.Timing> timings) {
    String[] name = call.parameters().getOrDefault("", "").split(":", 2);
    Optional<HostPage> page =
        name.length == 2
            ? pages.find(name[0], name[1])
            : pages.find(context.getSpaceKey(), name[0]);
    if (page.isEmpty()) {
      return Boxes.error("Unable to render include", "The included page could not be found.");
    }
    Optional<HostConversionContext> inside = context.including(page.get());
    if (inside.isEmpty()) {
      return Boxes.error("Unable to render include", "The page includes itself.");
    }
    Rendered rendered = renderer.apply(page.get().getBodyAsString(), inside.get());
    timings.addAll(rendered.timings());
    return rendered.html();
  }
}
