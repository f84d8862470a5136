package io.appofapps.devhost.look;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;

/** Finds the action for an address: the exact path, else the longest key ending in a slash. */
public final class ActionServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient Map<String, Action> actions;
  private final transient Look look;

  public ActionServlet(Look look, Map<String, Action> actions) {
    this.look = look;
    this.actions = Map.copyOf(actions);
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    Exchange exchange = new Exchange(request, response);
    find(exchange.path())
        .ifPresentOrElse(
            action -> action.handle(exchange),
            () ->
                look.message(
                    exchange, 404, "error", "Page not found", "There is nothing at this address."));
  }

  private Optional<Action> find(String path) {
    Action exact = actions.get(path.isEmpty() ? "/" : path);
    if (exact != null) {
      return Optional.of(exact);
    }
    return actions.keySet().stream()
        .filter(key -> key.endsWith("/") && key.length() > 1 && path.startsWith(key))
        .max(java.util.Comparator.comparingInt(String::length))
        .map(actions::get);
  }
}
