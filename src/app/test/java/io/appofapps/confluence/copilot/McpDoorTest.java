package io.appofapps.confluence.copilot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.atlassian.sal.api.ApplicationProperties;
import io.appofapps.confluence.configuration.CopilotRules;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TestViewers;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class McpDoorTest {

  private final Scene scene = new Scene();
  private final Map<String, String> headers =
      new HashMap<>(Map.of("Authorization", "Bearer abc", "User-Agent", "agent/1.0"));
  private String method = "POST";
  private String remoteUser = "ada";
  private long length = 100;

  private HttpServletRequest request() {
    return (HttpServletRequest)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {HttpServletRequest.class},
            (proxy, called, arguments) ->
                switch (called.getName()) {
                  case "getHeader" -> headers.get((String) arguments[0]);
                  case "getMethod" -> method;
                  case "getRemoteUser" -> remoteUser;
                  case "getContentLengthLong" -> length;
                  default -> throw new UnsupportedOperationException(called.getName());
                });
  }

  private McpDoor door(Viewers viewers) {
    ApplicationProperties application =
        (ApplicationProperties)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {ApplicationProperties.class},
                (proxy, called, arguments) -> "https://Wiki.example.com/confluence");
    return new McpDoor(scene.sight(viewers), scene.configuration, application);
  }

  private McpDoor.Refusal refused(Viewers viewers) {
    return catchThrowableOfType(McpDoor.Refusal.class, () -> door(viewers).admit(request()));
  }

  @Test
  void aTokenOfALicensedPersonOpensIt() throws McpDoor.Refusal {
    headers.put("Origin", "https://wiki.example.com");
    headers.put("MCP-Protocol-Version", "2025-06-18");
    headers.put("Cookie", "AWSALB=1");
    Caller caller = door(TestViewers.licensed()).admit(request());
    assertThat(caller.agent()).isEqualTo("agent/1.0");
  }

  @Test
  void nobodyAndASessionAloneAreToldToBringAToken() {
    remoteUser = null;
    assertThat(refused(TestViewers.nobody()).status()).isEqualTo(401);
    assertThat(refused(TestViewers.nobody()).headers())
        .containsEntry("WWW-Authenticate", "Bearer realm=\"Confluence\"");
    remoteUser = "ada";
    headers.remove("Authorization");
    assertThat(refused(TestViewers.licensed()).status()).isEqualTo(401);
    headers.put("Authorization", "Basic abc");
    assertThat(refused(TestViewers.licensed()).status()).isEqualTo(401);
  }

  @Test
  void somebodyWithoutALicenceIsToldSo() {
    assertThat(refused(TestViewers.nobody()).status()).isEqualTo(403);
  }

  @Test
  void pagesOfOtherSitesMayNotAsk() {
    for (String origin :
        new String[] {
          "https://evil.example.com",
          "http://wiki.example.com",
          "https://wiki.example.com:8443",
          "null"
        }) {
      headers.put("Origin", origin);
      assertThat(refused(TestViewers.licensed()).status()).as(origin).isEqualTo(403);
    }
  }

  @Test
  void onlySmallMessagesOfAKnownVersionByPostPass() {
    method = "GET";
    assertThat(refused(TestViewers.licensed()).status()).isEqualTo(405);
    method = "POST";
    length = McpServers.LARGEST_REQUEST + 1;
    assertThat(refused(TestViewers.licensed()).status()).isEqualTo(413);
    length = -1;
    headers.put("MCP-Protocol-Version", "2024-01-01");
    assertThat(refused(TestViewers.licensed()).status()).isEqualTo(400);
  }

  @Test
  void anAdministratorCanShutIt() {
    scene.configuration.set(
        scene.configuration.current().withCopilot(new CopilotRules(false, true, 120)));
    assertThat(refused(TestViewers.licensed()).status()).isEqualTo(404);
  }
}
