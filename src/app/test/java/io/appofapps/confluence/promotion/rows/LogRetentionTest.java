package io.appofapps.confluence.promotion.rows;

import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.record.Entries;
import io.appofapps.confluence.promotion.record.Entry;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.promotion.rules.PromotionRules;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LogRetentionTest {

  private final TestConfiguration configuration = new TestConfiguration();
  private TestActiveObjects ao;
  private PromotionLedger ledger;
  private PromotionChain chain;
  private LogRetention retention;

  @BeforeEach
  void fill() throws Exception {
    ao = TestActiveObjects.h2();
    ao.migrate(PromotionRow.class, PromotionLogRow.class, PromotionMarkRow.class);
    ledger = new PromotionLedger(ao, row -> {});
    chain = new PromotionChain(ao, row -> {});
    retention =
        new LogRetention(
            configuration,
            chain,
            Clock.fixed(Promotions.NOW.plus(Duration.ofDays(10)), ZoneOffset.UTC));
    ledger.record(Entries.note("first"));
    ledger.record(Entries.note("second"));
  }

  @AfterEach
  void close() {
    ao.close();
  }

  private void keep(int days) {
    configuration.set(
        Configuration.EMPTY.withPromotion(
            new PromotionRules(true, List.of(), List.of(), false, days, true, Optional.empty())));
  }

  private List<String> events() {
    return ledger.log(LogFilter.ALL, 0, 100).rows().stream()
        .map(row -> row.entry().event())
        .toList();
  }

  @Test
  void whatIsOlderThanWantedGoesAndTheRestStaysVerifiable() {
    keep(9);
    assertThat(retention.prune()).startsWith("2 rows");
    assertThat(events()).containsExactly(Entry.CHECKPOINT);
    assertThat(chain.verify().valid()).isTrue();
    assertThat(retention.prune()).startsWith("0 rows");
  }

  @Test
  void nothingGoesThatIsYoungEnoughOrKeptForEver() {
    keep(11);
    assertThat(retention.prune()).startsWith("0 rows");
    keep(0);
    assertThat(retention.prune()).contains("for ever");
    assertThat(events()).containsExactly(Entry.REFUSED, Entry.REFUSED);
  }
}
