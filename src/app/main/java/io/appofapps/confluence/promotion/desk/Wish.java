package io.appofapps.confluence.promotion.desk;

import java.util.OptionalLong;

/**
 * What comes with a request.
 *
 * @param digest of the plan that the person saw
 * @param reason why, in the person's words, may be empty
 * @param idempotencyKey chosen by the client; the same key gives the same promotion
 * @param page id of the page it is asked on, if it is one
 */
public record Wish(String digest, String reason, String idempotencyKey, OptionalLong page) {}
