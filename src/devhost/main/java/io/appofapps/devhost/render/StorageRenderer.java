package io.appofapps.devhost.render;

import java.util.ArrayList;
import java.util.List;

/** Renders storage format. A macro that fails leaves a box; the page renders in any case. */
public final class StorageRenderer {

  private final Macros macros;
  private final PageLinks links;
  private final Inclusion inclusion;
  private final PropertiesReport report;

  public StorageRenderer(
      Macros macros, PageLinks links, IncludedPages included, LabelledPages labelled) {
    this.macros = macros;
    this.links = links;
    this.inclusion = new Inclusion(included, this::render);
    this.report =
        new PropertiesReport(
            labelled, (cell, inside, timings) -> writer(inside, timings).children(cell));
  }

  /** Renders; a body that is not well-formed becomes a box that says where. */
  public Rendered render(String storage, HostConversionContext context) {
    List<Rendered.Timing> timings = new ArrayList<>();
    try {
      var root = StorageFormat.parse(storage);
      BodyWriter writer = writer(context, timings);
      String html = writer.children(root);
      return new Rendered(writer.withTableOfContents(html), timings);
    } catch (MalformedStorageException e) {
      return new Rendered(
          Boxes.error("The body of this page is not well-formed", e.getMessage()), timings);
    }
  }

  private BodyWriter writer(HostConversionContext context, List<Rendered.Timing> timings) {
    return new BodyWriter(
        new MacroExecution(macros, inclusion, report, context, timings), links, context);
  }
}
