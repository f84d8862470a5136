package io.appofapps.devhost.editor;

import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Frame;
import io.appofapps.devhost.look.Look;
import io.appofapps.devhost.page.PageFinder;
import io.appofapps.devhost.render.HostConversionContext;
import io.appofapps.devhost.render.Output;
import io.appofapps.devhost.render.Rendered;
import io.appofapps.devhost.render.StorageRenderer;
import java.util.List;
import java.util.Map;

/** Renders what stands in the editor, for the preview's frame. Nothing is saved. */
public final class Preview {

  private final StorageRenderer renderer;
  private final Look look;
  private final PageFinder finder;

  public Preview(StorageRenderer renderer, Look look, PageFinder finder) {
    this.renderer = renderer;
    this.look = look;
    this.finder = finder;
  }

  public void handle(Exchange exchange) {
    if (finder.refuses(exchange) || look.refusesForgery(exchange)) {
      return;
    }
    Rendered body =
        renderer.render(
            exchange.parameter("wysiwygContent"),
            new HostConversionContext(Output.PREVIEW, exchange.parameter("spaceKey")));
    look.send(
        exchange,
        200,
        new Frame(
            "Preview",
            "host-preview",
            "",
            "<div id=\"main-content\" class=\"wiki-content\">" + body.html() + "</div>",
            List.of("main", "preview"),
            Map.of("space-key", exchange.parameter("spaceKey"))));
  }
}
