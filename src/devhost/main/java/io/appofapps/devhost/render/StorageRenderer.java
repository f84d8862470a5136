package io.appofapps.devhost.render;

import java.util.ArrayList;
import java.util.List;

/** Renders storage format. A macro that fails leaves a box; the page renders in any case. */
public final class StorageRenderer {

  private final Macros macros;
  private final PageLinks links;
  private final Inclusion inclusion;

  public StorageRenderer(Macros macros, PageLinks links, IncludedPages included) {
    this.macros = macros;
    this.links = links;
    this.inclusion = new Inclusion(included, this::render);
  }

  /** Renders; a body that is not well-formed becomes a box that says where. */
  public Rendered render(String storage, HostConversionContext context) {
    List<Rendered.Timing> timings = new ArrayList<>();
    try {
      var root = StorageFormat.parse(storage);
      MacroExecution execution = new MacroExecution(macros, inclusion, context, timings);
      BodyWriter writer = new BodyWriter(execution, links, context);
      String html = writer.children(root);
      return new Rendered(writer.withTableOfContents(html), timings);
    } catch (MalformedStorageException e) {
      return new Rendered(
          Boxes.error("The body of this page is not well-formed", e.getMessage()), timings);
    }
  }
}
