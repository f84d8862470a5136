package io.appofapps.confluence.copilot;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.CopilotRules;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Lets requests of copilots in: those that bring a licensed person's access token and come from no
 * foreign page. A session alone does not do: a browser sends it along with whatever page it shows,
 * but never an {@code Authorization: Bearer}, which is why nothing else guards against forged
 * requests here. Cookies beside the token do no harm; clients keep those of load balancers.
 */
@Named
public class McpDoor {

  /** Below {@code /plugins/servlet}. */
  static final String PATH = "/aoa/mcp";

  private static final Set<String> VERSIONS =
      Set.of(
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2025_06_18,
          ProtocolVersions.MCP_2025_11_25);

  private final Sight sight;
  private final ConfigurationReader configuration;
  private final ApplicationProperties application;

  @Inject
  public McpDoor(
      Sight sight,
      ConfigurationReader configuration,
      @ComponentImport ApplicationProperties application) {
    this.sight = sight;
    this.configuration = configuration;
    this.application = application;
  }

  /**
   * Why a request is not let in.
   *
   * @param status of the answer
   * @param message for people: what is the matter and what to do
   * @param headers of the answer
   */
  static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Map<String, String> headers;

    Refusal(int status, String message, Map<String, String> headers) {
      super(message);
      this.status = status;
      this.headers = headers;
    }

    int status() {
      return status;
    }

    Map<String, String> headers() {
      return headers;
    }
  }

  /** Who comes in. */
  Caller admit(HttpServletRequest request) throws Refusal {
    checkOrigin(request);
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty() && request.getRemoteUser() != null) {
      throw refusal(403, "You need a licence of this Confluence to use copilots with it.");
    }
    if (viewer.isEmpty() || !bringsToken(request)) {
      throw new Refusal(
          401,
          "Send a personal access token of yours: 'Authorization: Bearer <token>'. Make one in"
              + " Confluence in your profile under Personal Access Tokens. A session is not"
              + " enough.",
          Map.of("WWW-Authenticate", "Bearer realm=\"Confluence\""));
    }
    if (!rules().enabled()) {
      throw refusal(404, "An administrator has switched copilots off.");
    }
    checkMessage(request);
    return Caller.of(viewer.get(), request.getHeader("User-Agent"));
  }

  CopilotRules rules() {
    return configuration.current().copilot();
  }

  /** Against DNS rebinding: pages of other sites may not ask, whatever their name leads to. */
  private void checkOrigin(HttpServletRequest request) throws Refusal {
    String origin = request.getHeader("Origin");
    if (origin != null
        && !origin(origin).equals(origin(application.getBaseUrl(UrlMode.CANONICAL)))) {
      throw refusal(403, "Pages of other sites may not ask: the header Origin names one.");
    }
  }

  private static String origin(String address) {
    try {
      URI uri = new URI(address);
      if (uri.getScheme() != null && uri.getHost() != null) {
        boolean standard =
            uri.getPort() < 0 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
        String place = uri.getScheme() + "://" + uri.getHost();
        return (standard ? place : place + ":" + uri.getPort()).toLowerCase(Locale.ROOT);
      }
    } catch (URISyntaxException e) {
      // equal to nothing
    }
    return "none of " + address;
  }

  private static boolean bringsToken(HttpServletRequest request) {
    String authorization = request.getHeader("Authorization");
    return authorization != null
        && authorization.strip().toLowerCase(Locale.ROOT).startsWith("bearer ");
  }

  private static void checkMessage(HttpServletRequest request) throws Refusal {
    if (!request.getMethod().equals("POST")) {
      throw new Refusal(
          405,
          "Send JSON-RPC messages by POST. This server keeps no sessions and opens no streams.",
          Map.of("Allow", "POST"));
    }
    if (request.getContentLengthLong() > McpServers.LARGEST_REQUEST) {
      throw refusal(413, "A request is at most 64 KiB.");
    }
    String version = request.getHeader("MCP-Protocol-Version");
    if (version != null && !VERSIONS.contains(version.strip())) {
      throw refusal(
          400,
          "This server does not know that version of the protocol. It knows "
              + String.join(", ", VERSIONS.stream().sorted().toList())
              + ".");
    }
  }

  private static Refusal refusal(int status, String message) {
    return new Refusal(status, message, Map.of());
  }
}
