package io.appofapps.confluence.promotion.webhook;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.promotion.record.LogRow;
import io.appofapps.confluence.promotion.rows.LogReaders;
import io.appofapps.confluence.promotion.rows.PromotionLeases;
import io.appofapps.confluence.promotion.rules.Webhook;
import io.appofapps.confluence.secret.SecretText;
import io.appofapps.confluence.secret.Secrets;
import io.appofapps.confluence.state.ThisNode;
import io.appofapps.confluence.view.SiteAddress;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the rows of the log to the webhook, one after the other, on one node at a time. A row that
 * does not arrive is tried again with growing pauses and holds up those after it, for three days;
 * then it is given up. A node that dies between sending and noting it sends the row twice. No
 * promotion ever waits for it.
 */
@Named
public class WebhookDelivery {

  static final Duration GIVEN_UP_AFTER = Duration.ofDays(3);
  static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private static final Logger LOG = LoggerFactory.getLogger(WebhookDelivery.class);
  private static final String NAME = "webhook";
  private static final Duration LEASE = Duration.ofMinutes(1);
  private static final int PAGE = 20;
  private static final int MOST_DOUBLINGS = 7;

  private final ConfigurationReader configuration;
  private final Secrets secrets;
  private final LogReaders readers;
  private final PromotionLeases leases;
  private final ThisNode node;
  private final SiteAddress site;
  private final Clock clock;
  private final Object guard = new Object();
  private Optional<WebhookCalls> calls = Optional.empty();
  private int failures;
  private String trouble = "";
  private Optional<Instant> nextTry = Optional.empty();
  private Optional<Instant> delivered = Optional.empty();
  private boolean mine;
  private boolean forgotten;

  @Inject
  public WebhookDelivery(
      ConfigurationReader configuration,
      Secrets secrets,
      LogReaders readers,
      PromotionLeases leases,
      ThisNode node,
      SiteAddress site) {
    this(configuration, secrets, readers, leases, node, site, Clock.systemUTC());
  }

  WebhookDelivery(
      ConfigurationReader configuration,
      Secrets secrets,
      LogReaders readers,
      PromotionLeases leases,
      ThisNode node,
      SiteAddress site,
      Clock clock) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.readers = readers;
    this.leases = leases;
    this.node = node;
    this.site = site;
    this.clock = clock;
  }

  /**
   * Sends what waits, as long as it arrives and this node's turn lasts.
   *
   * @throws RuntimeException when the database does not answer; the next round goes on
   * @throws InterruptedException when the app stops
   */
  void round() throws InterruptedException {
    Optional<Webhook> webhook = configuration.current().promotion().webhook();
    if (webhook.isEmpty()) {
      rest();
      return;
    }
    forgotten = false;
    synchronized (guard) {
      if (nextTry.filter(clock.instant()::isBefore).isPresent()) {
        return;
      }
    }
    while (turn()) {
      List<LogRow> rows = readers.next(NAME, PAGE);
      for (LogRow row : rows) {
        if (!turn() || !bring(webhook.get(), row)) {
          return;
        }
      }
      if (rows.isEmpty()) {
        arrived(Optional.empty());
        return;
      }
    }
  }

  private void rest() {
    synchronized (guard) {
      failures = 0;
      trouble = "";
      nextTry = Optional.empty();
      mine = false;
    }
    if (!forgotten) {
      readers.forget(NAME);
      forgotten = true;
    }
  }

  private boolean turn() {
    boolean taken = leases.take(NAME, node.name(), clock.instant(), LEASE);
    synchronized (guard) {
      mine = taken;
    }
    return taken;
  }

  /** Whether it has arrived, or is given up. */
  private boolean bring(Webhook webhook, LogRow row) throws InterruptedException {
    Instant now = clock.instant();
    Optional<SecretText> secret = secrets.find(new SecretReference(webhook.secret()));
    Optional<String> failure =
        secret.isEmpty()
            ? Optional.of("the secret is not stored or cannot be decrypted: enter it again")
            : calls().send(webhook, secret.get(), row, now);
    if (failure.isPresent()) {
      failed(failure.get(), now);
      if (row.entry().at().plus(GIVEN_UP_AFTER).isAfter(now)) {
        return false;
      }
      LOG.error(
          "Row {} of the promotion log is not sent to the webhook any more: it is older than three"
              + " days, and {}",
          row.recorded().sequence(),
          failure.get());
    } else {
      arrived(Optional.of(now));
    }
    readers.read(NAME, row);
    return true;
  }

  private WebhookCalls calls() {
    if (calls.isEmpty()) {
      calls = Optional.of(new WebhookCalls(site.base()));
    }
    return calls.get();
  }

  private void failed(String why, Instant now) {
    synchronized (guard) {
      Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
      failures++;
      nextTry = Optional.of(now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE));
      if (!why.equals(trouble)) {
        LOG.warn("The promotion log does not reach the webhook: {}", why);
      }
      trouble = why;
    }
  }

  /**
   * @param when empty when there was nothing to bring
   */
  private void arrived(Optional<Instant> when) {
    synchronized (guard) {
      if (when.isPresent()) {
        if (!trouble.isEmpty()) {
          LOG.info("The promotion log reaches the webhook again");
        }
        failures = 0;
        trouble = "";
        delivered = when;
      }
      nextTry = Optional.empty();
    }
  }

  /** How it stands now. */
  public WebhookHealth health() {
    boolean off = configuration.current().promotion().webhook().isEmpty();
    Optional<LogReaders.Place> place = off ? Optional.empty() : readers.place(NAME);
    synchronized (guard) {
      return new WebhookHealth(
          off ? WebhookHealth.State.OFF : state(),
          place.map(at -> OptionalLong.of(at.read())).orElseGet(OptionalLong::empty),
          place.map(at -> at.last() - at.read()).orElse(0L),
          delivered,
          trouble,
          nextTry);
    }
  }

  private WebhookHealth.State state() {
    if (!trouble.isEmpty()) {
      return WebhookHealth.State.FAILING;
    }
    return mine ? WebhookHealth.State.WORKING : WebhookHealth.State.STANDBY;
  }
}
