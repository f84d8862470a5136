package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.state.rows.TestActiveObjects;

/** The tables of promotions, for tests of other rooms. */
public final class PromotionTables {

  private PromotionTables() {}

  public static void create(TestActiveObjects ao) {
    ao.migrate(
        PromotionRow.class,
        PromotionLogRow.class,
        PromotionMarkRow.class,
        PromotionLeaseRow.class,
        PromotionFreezeRow.class,
        PromotionAttemptRow.class);
  }
}
