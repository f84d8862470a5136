package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.promotion.Promotion;

/**
 * A promotion as its row has it.
 *
 * @param version grows with every change of the row
 */
public record Stored(Promotion promotion, long version) {}
