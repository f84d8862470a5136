package io.appofapps.confluence.docs;

import java.util.List;

/**
 * One field that is compared, and where pages say it.
 *
 * @param key key of the manifest's metadata
 * @param headers names of the field in Page Properties and of links, in any case
 * @param label pattern of the label that says it, with <code>{}</code> for the value; empty for
 *     none
 * @param required whether a page that has no place for the field lacks it
 */
public record FieldRule(String key, List<String> headers, String label, boolean required) {

  public FieldRule {
    headers = List.copyOf(headers);
  }

  /** A field of Page Properties only. */
  public static FieldRule of(String key, String... headers) {
    return new FieldRule(key, List.of(headers), "", false);
  }
}
