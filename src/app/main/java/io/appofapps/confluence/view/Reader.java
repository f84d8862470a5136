package io.appofapps.confluence.view;

import java.time.ZoneId;
import java.util.Locale;

/**
 * For whom something is drawn, as far as the drawing differs.
 *
 * @param locale language of texts and form of dates
 * @param zone time zone of times
 */
public record Reader(Locale locale, ZoneId zone) {}
