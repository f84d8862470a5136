package io.appofapps.devhost.wired;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.devhost.db.Database;
import io.appofapps.devhost.rest.ClassesPlugin;
import io.appofapps.devhost.rest.OnePlugin;
import io.appofapps.devhost.user.JdbcAccounts;
import io.appofapps.devhost.web.Browser;
import io.appofapps.devhost.web.SessionXsrf;
import io.appofapps.devhost.web.WebServer;
import io.appofapps.devhost.web.WebSudo;
import it.host.StatefulSample;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WiredTestsServletTest {

  private static final String PATH = "/rest/atlassiantestrunner/1.0/runtest/";

  private final Database database = Database.open("jdbc:h2:mem:", "sa", "");
  private final WebServer server = WebServer.open(0);
  private final Browser runner = new Browser(server.baseUrl());

  @BeforeEach
  void start() {
    OnePlugin plugins =
        new OnePlugin(new ClassesPlugin(StatefulSample.class).module("<servlet key='s'/>"));
    server.add(WiredTestsServlet.PATTERN, new WiredTestsServlet(plugins));
    server.start(
        new JdbcAccounts(database),
        new WebSudo(Clock.systemUTC()),
        new SessionXsrf(),
        (name, html, request) -> html);
  }

  @AfterEach
  void stop() {
    server.close();
    database.close();
  }

  @Test
  void runsEveryMethodOnOneInstanceAndAnswersInTheFormOfTheContract() throws Exception {
    HttpResponse<String> answer = runner.get(PATH + StatefulSample.class.getName());
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode json = new ObjectMapper().readTree(answer.body());
    assertThat(json.get("classname").asText()).isEqualTo("it.host.StatefulSample");
    assertThat(names(json.get("passedMethods"))).containsExactly("aFirst", "bSameInstance");
    assertThat(names(json.get("ignoredMethods"))).containsExactly("dIgnored", "eAssumption");
    assertThat(json.get("failedMethods").size()).isEqualTo(1);
    assertThat(json.at("/failedMethods/cFails/message").asText()).contains("actual");
    assertThat(json.at("/testResult/failureCount").asInt()).isEqualTo(1);
  }

  @Test
  void aClassOutsideThePackageItIsRefused() {
    assertThat(runner.get(PATH + "java.lang.String").statusCode()).isEqualTo(400);
    assertThat(runner.get(PATH + "it.").statusCode()).isEqualTo(400);
  }

  @Test
  void anUnknownClassIsNotFound() {
    assertThat(runner.get(PATH + "it.host.Nothing").statusCode()).isEqualTo(404);
  }

  private static Iterable<String> names(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
  }
}
