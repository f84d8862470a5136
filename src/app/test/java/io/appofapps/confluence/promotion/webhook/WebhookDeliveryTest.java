package io.appofapps.confluence.promotion.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.record.Entries;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.rows.LogReaders;
import io.appofapps.confluence.promotion.rows.PromotionLeaseRow;
import io.appofapps.confluence.promotion.rows.PromotionLeases;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.PromotionLogRow;
import io.appofapps.confluence.promotion.rows.PromotionMarkRow;
import io.appofapps.confluence.promotion.rows.PromotionRow;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.promotion.rules.Webhook;
import io.appofapps.confluence.promotion.webhook.WebhookHealth.State;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.state.ThisNode;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookDeliveryTest {

  private static final String SECRET = "a-secret-that-nobody-may-see";

  private final TestConfiguration configuration = new TestConfiguration();
  private final MovingClock clock = new MovingClock();
  private Receiver receiver;
  private TestActiveObjects ao;
  private PromotionLedger ledger;
  private WebhookDelivery here;

  @BeforeEach
  void open() throws Exception {
    receiver = new Receiver();
    ao = TestActiveObjects.h2();
    ao.migrate(
        PromotionRow.class, PromotionLogRow.class, PromotionMarkRow.class, PromotionLeaseRow.class);
    ledger = new PromotionLedger(ao, row -> {});
    here = node("a");
    configuration.secret("promotion.webhook-secret", SECRET);
    webhook(Webhook.Format.JSON);
  }

  @AfterEach
  void close() {
    receiver.close();
    ao.close();
  }

  private WebhookDelivery node(String name) {
    ThisNode node =
        new ThisNode() {
          @Override
          public String node() {
            return name;
          }

          @Override
          public String start() {
            return "1";
          }
        };
    return new WebhookDelivery(
        configuration,
        configuration.secrets,
        new LogReaders(ao),
        new PromotionLeases(ao),
        node,
        () -> "https://wiki.example.com",
        clock);
  }

  private void webhook(Webhook.Format format) {
    rules(Optional.of(new Webhook(receiver.url(), format, "promotion.webhook-secret")));
  }

  private void rules(Optional<Webhook> webhook) {
    configuration.set(
        Configuration.EMPTY.withPromotion(
            new PromotionRules(true, List.of(), List.of(), false, 0, true, webhook)));
  }

  private LogRow row(String cause) {
    return ledger.record(Entries.note(cause));
  }

  /** As the receiver would check it who has only the secret. */
  private static String signature(Receiver.Call call) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
    byte[] signed =
        mac.doFinal(
            (call.id() + "." + call.timestamp() + "." + call.body())
                .getBytes(StandardCharsets.UTF_8));
    return "v1," + Base64.getEncoder().encodeToString(signed);
  }

  @Test
  void everyRowFromNowOnArrivesOnceInOrderAndSigned() throws Exception {
    row("before");
    here.round();
    assertThat(receiver.calls).isEmpty();
    LogRow first = row("first");
    LogRow second = row("second");
    here.round();
    here.round();
    assertThat(receiver.calls)
        .extracting(Receiver.Call::body)
        .containsExactly(first.recorded().line(), second.recorded().line());
    Receiver.Call call = receiver.calls.get(0);
    assertThat(call.path()).isEqualTo("/hook");
    assertThat(call.type()).isEqualTo("application/json");
    assertThat(call.id()).isEqualTo(first.recorded().hash());
    assertThat(call.timestamp()).isEqualTo(Long.toString(clock.instant().getEpochSecond()));
    assertThat(call.signature()).isEqualTo(signature(call));
    assertThat(here.health().state()).isEqualTo(State.WORKING);
    assertThat(here.health().sent()).hasValue(3);
    assertThat(here.health().waiting()).isZero();
  }

  @Test
  void cdEventsAreSentOneAtATime() throws Exception {
    webhook(Webhook.Format.CD_EVENTS);
    here.round();
    row("first");
    here.round();
    assertThat(receiver.calls.get(0).type()).isEqualTo("application/cloudevents+json");
    assertThat(receiver.calls.get(0).body())
        .startsWith("{")
        .contains("\"source\":\"https://wiki.example.com\"");
  }

  @Test
  void whatDoesNotArriveIsTriedAgainWithGrowingPausesAndNothingOvertakesIt() throws Exception {
    here.round();
    LogRow first = row("first");
    LogRow second = row("second");
    receiver.status.set(500);
    here.round();
    here.round();
    assertThat(receiver.calls).hasSize(1);
    assertThat(here.health().state()).isEqualTo(State.FAILING);
    assertThat(here.health().trouble()).isEqualTo("it answers with status 500");
    assertThat(here.health().waiting()).isEqualTo(2);
    clock.pass(WebhookDelivery.FIRST_PAUSE);
    here.round();
    assertThat(receiver.calls).hasSize(2);
    clock.pass(WebhookDelivery.FIRST_PAUSE);
    here.round();
    assertThat(receiver.calls).hasSize(2);
    clock.pass(WebhookDelivery.FIRST_PAUSE);
    receiver.status.set(200);
    here.round();
    assertThat(receiver.calls)
        .extracting(Receiver.Call::id)
        .containsExactly(
            first.recorded().hash(),
            first.recorded().hash(),
            first.recorded().hash(),
            second.recorded().hash());
    assertThat(here.health().trouble()).isEmpty();
  }

  @Test
  void noPauseIsLongerThanTheLongest() throws Exception {
    here.round();
    row("first");
    receiver.status.set(503);
    for (int i = 0; i < 20; i++) {
      here.round();
      clock.pass(WebhookDelivery.LONGEST_PAUSE);
    }
    assertThat(receiver.calls).hasSize(20);
  }

  @Test
  void aRowThatIsTooOldIsGivenUpAndTheNextOneIsSent() throws Exception {
    here.round();
    row("first");
    receiver.status.set(500);
    here.round();
    clock.pass(WebhookDelivery.GIVEN_UP_AFTER);
    here.round();
    assertThat(here.health().sent()).hasValue(1);
    assertThat(here.health().waiting()).isZero();
  }

  @Test
  void aRedirectIsNotFollowed() throws Exception {
    here.round();
    row("first");
    receiver.status.set(307);
    here.round();
    assertThat(receiver.calls).extracting(Receiver.Call::path).containsExactly("/hook");
    assertThat(here.health().trouble()).isEqualTo("it answers with status 307");
  }

  @Test
  void aNodeThatDiesIsFollowedByAnotherWhichGoesOnWhereItWas() throws Exception {
    WebhookDelivery there = node("b");
    here.round();
    row("first");
    there.round();
    assertThat(receiver.calls).isEmpty();
    assertThat(there.health().state()).isEqualTo(State.STANDBY);
    here.round();
    row("second");
    clock.pass(Duration.ofMinutes(2));
    there.round();
    assertThat(receiver.calls).hasSize(2);
    assertThat(there.health().state()).isEqualTo(State.WORKING);
  }

  @Test
  void withoutItsSecretNothingIsSent() throws Exception {
    here.round();
    row("first");
    configuration.secrets.delete(TestConfiguration.reference("promotion.webhook-secret"));
    here.round();
    assertThat(receiver.calls).isEmpty();
    assertThat(here.health().trouble()).contains("enter it again");
  }

  @Test
  void addressesThatGiveSecretsToWhoeverAsksAreRefused() throws Exception {
    here.round();
    row("first");
    rules(
        Optional.of(
            new Webhook(
                "https://169.254.169.254/latest",
                Webhook.Format.JSON,
                "promotion.webhook-secret")));
    here.round();
    assertThat(here.health().trouble()).contains("link-local").doesNotContain(SECRET);
  }

  @Test
  void aWebhookThatComesBackBeginsAnew() throws Exception {
    here.round();
    rules(Optional.empty());
    here.round();
    assertThat(here.health().state()).isEqualTo(State.OFF);
    row("while it was off");
    webhook(Webhook.Format.JSON);
    here.round();
    row("then");
    here.round();
    assertThat(receiver.calls).hasSize(1);
    assertThat(receiver.calls.get(0).body()).contains("\"then\"");
  }

  @Test
  void secretsInBase64AreTakenAsStandardWebhooksSays() {
    // the example of the specification's own libraries
    assertThat(
            Signature.of(
                new SecretText("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"),
                "msg_p5jXN8AQM9LWM0D4loKWxJek",
                Instant.ofEpochSecond(1614265330),
                "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  private static final class MovingClock extends Clock {
    private Instant now = Promotions.NOW;

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException();
    }
  }
}
