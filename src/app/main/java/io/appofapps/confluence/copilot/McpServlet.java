package io.appofapps.confluence.copilot;

import com.atlassian.annotations.security.UnrestrictedAccess;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.appofapps.confluence.allowance.Allowance;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/**
 * {@code /plugins/servlet/aoa/mcp}: the Model Context Protocol by streamable HTTP, stateless. The
 * host lets everybody through, since it would send a program to its sign-in page; the door says who
 * may come in.
 */
@UnrestrictedAccess
public class McpServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final JsonMapper MAPPER = new JsonMapper();

  /** Requests of one person that are answered at the same time. */
  private static final int AT_ONCE = 4;

  private final transient McpDoor door;
  private final transient McpServers servers;
  private final transient Allowance allowance = new Allowance(AT_ONCE, System::nanoTime);

  @Inject
  public McpServlet(McpDoor door, McpServers servers) {
    this.door = door;
    this.servers = servers;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    response.setHeader("Cache-Control", "no-store");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try {
      Caller caller = door.admit(request);
      serve(request, response, caller);
    } catch (McpDoor.Refusal e) {
      refuse(response, e);
    }
  }

  private void serve(HttpServletRequest request, HttpServletResponse response, Caller caller)
      throws ServletException, IOException, McpDoor.Refusal {
    String person = caller.viewer().key();
    if (!allowance.begin(person, door.rules().callsPerMinute())) {
      throw new McpDoor.Refusal(
          429,
          "Your copilots ask too much at once: at most "
              + AT_ONCE
              + " requests at a time and "
              + door.rules().callsPerMinute()
              + " a minute.",
          Map.of("Retry-After", "5"));
    }
    try {
      servers.serve(request, response, caller, door.rules().requests());
    } finally {
      allowance.end(person);
    }
  }

  private static void refuse(HttpServletResponse response, McpDoor.Refusal refusal)
      throws IOException {
    response.setStatus(refusal.status());
    refusal.headers().forEach(response::setHeader);
    response.setContentType("application/json");
    response.setCharacterEncoding("UTF-8");
    response.getWriter().write(MAPPER.writeValueAsString(Map.of("message", refusal.getMessage())));
  }
}
