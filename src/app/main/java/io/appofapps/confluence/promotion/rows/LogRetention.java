package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.configuration.ConfigurationReader;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes rows of the log that are older than the administrator wants them kept. What is kept stays
 * verifiable.
 */
@Named
public class LogRetention {

  private static final Logger LOG = LoggerFactory.getLogger(LogRetention.class);

  private final ConfigurationReader configuration;
  private final PromotionChain chain;
  private final Clock clock;

  @Inject
  public LogRetention(ConfigurationReader configuration, PromotionChain chain) {
    this(configuration, chain, Clock.systemUTC());
  }

  LogRetention(ConfigurationReader configuration, PromotionChain chain, Clock clock) {
    this.configuration = configuration;
    this.chain = chain;
    this.clock = clock;
  }

  /**
   * Removes what is too old.
   *
   * @return what was done, for people
   */
  public String prune() {
    int days = configuration.current().promotion().retentionDays();
    if (days == 0) {
      return "The promotion log is kept for ever";
    }
    Instant now = clock.instant();
    int removed =
        chain.prune(
            now.minus(Duration.ofDays(days)), "kept for " + days + " days (retentionDays)", now);
    String done = removed + " rows of the promotion log were older than " + days + " days";
    LOG.info("{} and are removed", done);
    return done;
  }
}
