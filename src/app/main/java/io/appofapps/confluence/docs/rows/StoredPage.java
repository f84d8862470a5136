package io.appofapps.confluence.docs.rows;

import io.appofapps.confluence.docs.KnownPage;

/**
 * A page as it was read last.
 *
 * @param page what it said
 * @param format number of the way in which it was read
 */
public record StoredPage(KnownPage page, int format) {}
