package io.appofapps.confluence.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.VersionConflictException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AdminGuardTest {

  private static final String XSRF = "X-Atlassian-Token";

  static Stream<Arguments> callers() {
    return Stream.of(
        row("anonymous", Caller.inSession().anonymous().confirmed(), 401, 401),
        row("anonymous token", Caller.withToken().anonymous(), 401, 401),
        row(
            "a normal user or confluence-administrator",
            Caller.administrator().notSystemAdmin(),
            403,
            403),
        row("the token of such a user", Caller.withToken().notSystemAdmin(), 403, 403),
        row("password not confirmed", Caller.inSession().header(XSRF, "no-check"), 401, 401),
        row("password confirmed", Caller.administrator(), 200, 200),
        row("the older word", Caller.inSession().confirmed().header(XSRF, "nocheck"), 200, 200),
        row("without the header", Caller.inSession().confirmed(), 200, 403),
        row("another header", Caller.inSession().confirmed().header(XSRF, "check"), 200, 403),
        row("token", Caller.withToken(), 200, 200),
        row("token with a session", Caller.withToken().sessionId("1"), 401, 401),
        row(
            "token with a cookie that could sign in",
            Caller.withToken().header("Cookie", "seraph.confluence=x"),
            401,
            401),
        row(
            "token with a confirmed session but without the header",
            Caller.inSession().confirmed().header("Authorization", "Bearer abc"),
            200,
            403),
        row("another scheme", Caller.withToken().header("Authorization", "Basic abc"), 401, 401));
  }

  private static Arguments row(String name, Caller caller, int reading, int writing) {
    return Arguments.of(name, caller, reading, writing);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("callers")
  void onlySystemAdministratorsWithAConfirmedPasswordOrATokenPass(
      String name, Caller caller, int reading, int writing) {
    AdminGuard guard = caller.guard();
    assertThat(guard.read(caller.request(), Json::done).getStatus())
        .isEqualTo(reading == 200 ? 204 : reading);
    Response written = guard.write(caller.request(), by -> Json.ok(Map.of("by", by)));
    assertThat(written.getStatus()).isEqualTo(writing);
    if (writing == 200) {
      assertThat(written.getEntity()).isEqualTo("{\"by\":\"ada\"}");
    }
  }

  @Test
  void tokensStayOutWhereTheServerSaysSo() {
    Caller caller = Caller.withToken();
    caller.rules.adminTokens = false;
    Response answer = caller.guard().read(caller.request(), Json::done);
    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getEntity().toString()).contains("admin.tokens=false");
    Caller person = Caller.administrator();
    person.rules.adminTokens = false;
    assertThat(person.guard().write(person.request(), by -> Json.done()).getStatus())
        .isEqualTo(204);
  }

  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(
            new RefusedException(404, "No such"),
            404,
            "\"title\":\"Not Found\",\"status\":404,\"detail\":\"No such\"}"),
        Arguments.of(
            new InvalidConfigurationException(List.of(new FieldError("id", "is taken"))),
            400,
            "\"errors\":[{\"field\":\"id\",\"message\":\"is taken\"}]}"),
        Arguments.of(new VersionConflictException(1, 2), 409, "version 2"),
        Arguments.of(
            new IllegalStateException("inner", new SQLException("host db")), 503, "database"),
        Arguments.of(new IllegalStateException("inner secret"), 500, "unexpectedly"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void failuresBecomeAnswersThatTellNothingOfTheInside(
      RuntimeException failure, int status, String text) {
    Caller caller = Caller.administrator();
    Response answer =
        caller
            .guard()
            .write(
                caller.request(),
                by -> {
                  throw failure;
                });
    assertThat(answer.getStatus()).isEqualTo(status);
    assertThat(answer.getEntity().toString()).contains(text).doesNotContain("inner", "host db");
    assertThat(answer.getHeaderString("Cache-Control")).isEqualTo("no-store");
    assertThat(answer.getMediaType()).hasToString("application/problem+json");
  }
}
