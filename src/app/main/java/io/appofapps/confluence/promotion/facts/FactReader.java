package io.appofapps.confluence.promotion.facts;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.rows.PromotionFreezes;
import io.appofapps.confluence.promotion.rows.PromotionLedger;
import io.appofapps.confluence.promotion.rows.Stored;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.view.PreparedState;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** Reads the facts: clusters from memory, freezes and promotions from their rows. */
@Named
public class FactReader {

  private final StateStore newest;
  private final PreparedState shown;
  private final ConfigurationReader configuration;
  private final PromotionLedger ledger;
  private final PromotionFreezes freezes;
  private final Clock clock;

  @Inject
  public FactReader(
      StateStore newest,
      PreparedState shown,
      ConfigurationReader configuration,
      PromotionLedger ledger,
      PromotionFreezes freezes) {
    this(newest, shown, configuration, ledger, freezes, Clock.systemUTC());
  }

  public FactReader(
      StateStore newest,
      PreparedState shown,
      ConfigurationReader configuration,
      PromotionLedger ledger,
      PromotionFreezes freezes,
      Clock clock) {
    this.newest = newest;
    this.shown = shown;
    this.configuration = configuration;
    this.ledger = ledger;
    this.freezes = freezes;
    this.clock = clock;
  }

  /** The newest there are: something is to be decided on them. */
  public Facts newest() {
    return facts(newest.current());
  }

  /** Those that pages show at the moment: somebody only looks. */
  public Facts shown() {
    return facts(shown.current());
  }

  /** This moment. */
  public Instant now() {
    return clock.instant();
  }

  private Facts facts(Snapshot snapshot) {
    return new Facts(snapshot, configuration.current(), freezes::all, this::open, clock.instant());
  }

  private List<Promotion> open() {
    return ledger.open().stream().map(Stored::promotion).toList();
  }
}
