package io.appofapps.devhost.look;

import io.appofapps.devhost.user.Account;
import io.appofapps.devhost.user.CurrentUser;
import io.appofapps.devhost.web.ServerTime;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One request and its response, with what every action of the host needs. */
public record Exchange(HttpServletRequest request, HttpServletResponse response) {

  /** The parameter, empty text when absent. */
  public String parameter(String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value;
  }

  public OptionalLong number(String name) {
    try {
      return OptionalLong.of(Long.parseLong(parameter(name).strip()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  public OptionalInt smallNumber(String name) {
    OptionalLong value = number(name);
    return value.isPresent() && value.getAsLong() == (int) value.getAsLong()
        ? OptionalInt.of((int) value.getAsLong())
        : OptionalInt.empty();
  }

  public boolean isPost() {
    return "POST".equals(request.getMethod());
  }

  public Optional<Account> user() {
    return CurrentUser.get();
  }

  public String contextPath() {
    return request.getContextPath();
  }

  /** The path below the context path, decoded. */
  public String path() {
    String info = request.getPathInfo();
    return request.getServletPath() + (info == null ? "" : info);
  }

  public void html(int status, String html) {
    response.setStatus(status);
    response.addHeader("Server-Timing", ServerTime.header(request));
    send("text/html;charset=UTF-8", html);
  }

  public void send(String contentType, String text) {
    try {
      response.setContentType(contentType);
      response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Redirects to an address that begins with a slash, relative to the context path. */
  public void redirect(String address) {
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", contextPath() + address);
  }

  /** Sends somebody who is not signed in to the log-in page and back here afterwards. */
  public void redirectToLogin() {
    String query = request.getQueryString();
    String here =
        request.getRequestURI().substring(contextPath().length())
            + (query == null ? "" : "?" + query);
    redirect("/login.action?os_destination=" + URLEncoder.encode(here, StandardCharsets.UTF_8));
  }
}
