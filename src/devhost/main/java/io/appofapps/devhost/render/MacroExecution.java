package io.appofapps.devhost.render;

import com.atlassian.confluence.macro.Macro;
import com.atlassian.confluence.macro.MacroExecutionException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.w3c.dom.Element;

/** Runs the macros of one body, measures them and keeps their failures apart. */
final class MacroExecution {

  private static final Logger LOG = LoggerFactory.getLogger(MacroExecution.class);

  private final Macros macros;
  private final Inclusion inclusion;
  private final PropertiesReport report;
  private final HostConversionContext context;
  private final List<Rendered.Timing> timings;

  MacroExecution(
      Macros macros,
      Inclusion inclusion,
      PropertiesReport report,
      HostConversionContext context,
      List<Rendered.Timing> timings) {
    this.macros = macros;
    this.inclusion = inclusion;
    this.report = report;
    this.context = context;
    this.timings = timings;
  }

  /**
   * The macro's HTML, or the box for what went wrong.
   *
   * @param richText renders a rich-text body
   */
  String run(MacroCall call, Function<Element, String> richText) {
    if (call.name().equals(Inclusion.NAME)) {
      return inclusion.html(call, context, timings);
    }
    if (call.name().equals(PropertiesReport.NAME)) {
      return report.html(call, context, timings);
    }
    try {
      return macros
          .find(call.name())
          .map(macro -> execute(macro, call, richText))
          .orElseGet(() -> Boxes.unknownMacro(call.name()));
    } catch (Failure e) {
      return failed(call, e.getCause().getMessage());
    } catch (Throwable e) {
      // Confluence shows a page whatever a macro throws, linkage errors included
      LOG.error("Macro {} failed", call.name(), e);
      return failed(call, e.getClass().getName());
    }
  }

  private String execute(Macro macro, MacroCall call, Function<Element, String> richText) {
    String body =
        switch (macro.getBodyType()) {
          case RICH_TEXT -> call.richBody().map(richText).orElse("");
          case PLAIN_TEXT -> call.plainBody().orElse("");
          case NONE -> "";
        };
    long start = System.nanoTime();
    try {
      String html = macro.execute(new HashMap<>(call.parameters()), body, context);
      return html == null ? "" : html;
    } catch (MacroExecutionException e) {
      throw new Failure(e);
    } finally {
      timings.add(new Rendered.Timing(call.name(), Duration.ofNanos(System.nanoTime() - start)));
    }
  }

  private static String failed(MacroCall call, String message) {
    return Boxes.error(
        "Error rendering macro '" + call.name() + "'", message == null ? "" : message);
  }

  /** Carries the checked exception through the lambda. */
  private static final class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Failure(MacroExecutionException cause) {
      super(cause);
    }
  }
}
