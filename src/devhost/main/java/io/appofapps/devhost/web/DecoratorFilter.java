package io.appofapps.devhost.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** Hands HTML whose head names a decorator to the {@link Decorator}; sends all else as it is. */
final class DecoratorFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  private final transient Decorator decorator;

  DecoratorFilter(Decorator decorator) {
    this.decorator = decorator;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    BufferedResponse buffered = new BufferedResponse(response);
    chain.doFilter(request, buffered);
    byte[] body = buffered.body();
    if (response.isCommitted()) {
      return;
    }
    String type = response.getContentType();
    if (type != null && type.startsWith("text/html")) {
      body = decorated(new String(body, StandardCharsets.UTF_8), request);
    }
    if (body.length > 0) {
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }

  private byte[] decorated(String html, HttpServletRequest request) {
    Element meta = Jsoup.parse(html).head().selectFirst("meta[name=decorator]");
    String result = meta == null ? html : decorator.decorate(meta.attr("content"), html, request);
    return result.getBytes(StandardCharsets.UTF_8);
  }
}
