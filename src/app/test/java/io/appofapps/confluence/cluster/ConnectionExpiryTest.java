package io.appofapps.confluence.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.configuration.ConnectionSettings;
import io.appofapps.confluence.configuration.SignIn;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionExpiryTest {

  private static final Instant END = Instant.parse("2026-12-24T12:00:00Z");

  @TempDir Path folder;

  private static final Duration SKEW = Duration.ofMinutes(10);

  private final TestConfiguration configuration = new TestConfiguration();

  @ParameterizedTest
  @CsvSource({
    "-P15D, ''",
    "-P14DT-10M1S, expires on 24 December 2026 12:00 UTC",
    "-P14D, expires on 24 December 2026 12:00 UTC",
    "-PT10M, expires on",
    "PT0S, expires on",
    "PT10M, expires on",
    "PT10M1S, expired on 24 December 2026 12:00 UTC",
    "P400D, expired on"
  })
  void aTokenIsWarnedAboutFromFourteenDaysAheadAllowingForSkewedClocks(
      Duration fromEnd, String expected) {
    configuration.secret("default.token", jwt(END.getEpochSecond()));
    List<String> warnings = at(END.plus(fromEnd)).warnings(byToken());

    if (expected.isEmpty()) {
      assertThat(warnings).isEmpty();
    } else {
      assertThat(warnings).singleElement().asString().contains("The token", expected);
    }
  }

  @ParameterizedTest
  @CsvSource({
    // clocks go forward in Berlin, back in Berlin, back in New York; a leap day; the day after one
    "2027-03-28T01:30:00Z",
    "2026-10-25T00:30:00Z",
    "2026-11-01T05:30:00Z",
    "2028-02-29T12:00:00Z",
    "2028-03-01T00:00:00Z"
  })
  void row24_fourteenDaysAreAsLongAcrossClockChangesAndLeapDays(Instant end) {
    configuration.secret("default.token", jwt(end.getEpochSecond()));
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("Europe/Berlin", "America/New_York", "UTC")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        Instant first = end.minus(Duration.ofDays(14).plus(SKEW));
        assertThat(at(first).warnings(byToken())).as(zone).isEmpty();
        assertThat(at(first.plusSeconds(1)).warnings(byToken())).as(zone).hasSize(1);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"opaque", "a.b.c", "e30.e30.x", "..", "a.W10.c"})
  void tokensWithoutReadableEndAreNotWarnedAbout(String token) {
    configuration.secret("default.token", token);

    assertThat(at(END).warnings(byToken())).isEmpty();
    assertThat(at(END).of(TestConfiguration.reference("default.token"))).isEmpty();
  }

  @Test
  void certificatesAreWarnedAbout() throws Exception {
    Certificates certificates = new Certificates(folder);
    KeyStore authority = certificates.selfSigned("cluster-ca", "");
    KeyStore client = certificates.signed("cluster-ca", "client", "-1d", 10);
    configuration.secret("default.key", Certificates.key(client));
    ConnectionSettings settings =
        settings(
            new SignIn.ClientCertificate(
                Certificates.certificate(client), TestConfiguration.reference("default.key")),
            Optional.of(Certificates.certificate(authority)));

    assertThat(at(Instant.now()).warnings(settings))
        .singleElement()
        .asString()
        .contains("client certificate expires on");
    assertThat(at(Instant.now().plus(Duration.ofDays(20))).warnings(settings))
        .hasSize(2)
        .anyMatch(w -> w.contains("client certificate expired on"))
        .anyMatch(w -> w.contains("CA certificate CN=cluster-ca expires on"));
  }

  @Test
  void aKeyOfAnotherCertificateIsRefused() throws Exception {
    Certificates certificates = new Certificates(folder);
    KeyStore one = certificates.selfSigned("one", "");
    KeyStore two = certificates.selfSigned("two", "");
    configuration.secret("default.key", Certificates.key(two));
    ConnectionTestResult result =
        new ConnectionTest(new TestRules())
            .test(
                settings(
                    new SignIn.ClientCertificate(
                        Certificates.certificate(one), TestConfiguration.reference("default.key")),
                    Optional.empty()),
                configuration.secrets::find);

    assertThat(result.message()).contains("do not belong together");
  }

  private ConnectionExpiry at(Instant now) {
    return new ConnectionExpiry(
        configuration.secrets, new TestRules(), Clock.fixed(now, ZoneOffset.UTC));
  }

  private static ConnectionSettings byToken() {
    return settings(
        new SignIn.Token(TestConfiguration.reference("default.token"), Optional.empty()),
        Optional.empty());
  }

  private static ConnectionSettings settings(SignIn signIn, Optional<String> ca) {
    return new ConnectionSettings(
        "default",
        "Test",
        Optional.of(URI.create("https://127.0.0.1:1")),
        ca,
        false,
        Optional.empty(),
        signIn,
        Optional.empty(),
        List.of(),
        Optional.empty(),
        false);
  }

  private static String jwt(long exp) {
    return part("{\"alg\":\"none\"}") + "." + part("{\"exp\":" + exp + "}") + ".x";
  }

  private static String part(String json) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(json.getBytes(StandardCharsets.UTF_8));
  }
}
