package io.appofapps.devhost.page;

import io.appofapps.devhost.content.Page;
import io.appofapps.devhost.look.Exchange;
import io.appofapps.devhost.look.Look;
import io.appofapps.devhost.render.Output;
import java.util.Map;

/**
 * A page for readers without scripts. Word is HTML with Word's type and a file name, as in
 * Confluence; PDF is the HTML that would go to the PDF renderer, which the host does not have.
 */
final class StaticPage {

  private StaticPage() {}

  static void send(Look look, Exchange exchange, Page page, String bodyHtml, Output output) {
    String html =
        look.fragment(
            exchange,
            "static",
            Map.of("page", page, "bodyHtml", bodyHtml, "output", output.parameter()));
    exchange
        .response()
        .setHeader(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data: https: http:");
    if (output == Output.WORD) {
      exchange
          .response()
          .setHeader(
              "Content-Disposition",
              "attachment; filename=\""
                  + page.title().replaceAll("[^\\w. -]", "_").replace(' ', '+')
                  + ".doc\"");
      exchange.send("application/msword;charset=UTF-8", html);
    } else {
      exchange.html(200, html);
    }
  }
}
