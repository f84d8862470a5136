package io.appofapps.devhost.webresource;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.devhost.testing.TestPlugin;
import io.appofapps.devhost.testing.TestPlugins;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DownloadServletTest {

  private final TestPlugin plugin =
      new TestPlugin("p")
          .module(
              "<web-resource key='w'><transformation extension='js'><transformer key='jsI18n'/>"
                  + "</transformation>"
                  + "<resource type='download' name='a.js' location='js/a.js'/>"
                  + "<resource type='download' name='images/' location='pictures/'/>"
                  + "<resource type='velocity' name='secret.js' location='js/secret.js'/>"
                  + "</web-resource>")
          .module("<resource key='r' type='download' name='logo.svg' location='logo.svg'/>")
          .with("js/a.js", "x(AJS.I18n.getText('hello'));")
          .with("js/secret.js", "secret")
          .with("pictures/b.svg", "<svg/>")
          .with("logo.svg", "<svg id='logo'/>")
          .text("hello", "Hello");
  private final Server server = new Server();
  private final ServerConnector connector = new ServerConnector(server);

  @BeforeEach
  void start() throws Exception {
    ServletContextHandler context = new ServletContextHandler();
    DownloadServlet servlet = new DownloadServlet(new TestPlugins(plugin), new ScriptTexts());
    context.addServlet(new ServletHolder(servlet), "/d/*");
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    server.setHandler(context);
    server.start();
  }

  @AfterEach
  void stop() throws Exception {
    server.stop();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + connector.getLocalPort() + "/d/" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    return send(headers.length == 0 ? request : request.headers(headers));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void servesAScriptWithItsTexts() throws Exception {
    HttpResponse<String> script = get("p:w/a.js");
    assertThat(script.body()).isEqualTo("x(\"Hello\");");
    assertThat(script.headers().firstValue("Content-Type").orElse(""))
        .isEqualToIgnoringCase("text/javascript;charset=UTF-8");
    assertThat(script.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
  }

  @Test
  void servesFoldersAndResourcesOfThePlugin() throws Exception {
    assertThat(get("p:w/images/b.svg").body()).isEqualTo("<svg/>");
    assertThat(get("p/logo.svg").body()).isEqualTo("<svg id='logo'/>");
  }

  @Test
  void whatTheBrowserHasIsNotSentAgain() throws Exception {
    String tag = get("p/logo.svg").headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get("p/logo.svg", "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    assertThat(get("p/logo.svg", "If-None-Match", "\"other\"").statusCode()).isEqualTo(200);
  }

  @Test
  void whatTheDescriptorDoesNotNameIsNotFound() throws Exception {
    for (String path :
        new String[] {
          "p:w/secret.js",
          "p:w/js/a.js",
          "p:w/images/absent.svg",
          "p:w/images/..%2Fjs%2Fa.js",
          "p:w/a.txt",
          "p:no/a.js",
          "other/logo.svg",
          "p",
          ""
        }) {
      assertThat(get(path).statusCode()).as(path).isIn(400, 404);
    }
  }
}
