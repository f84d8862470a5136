package io.appofapps.confluence.administration;

import java.util.List;
import java.util.Locale;

/**
 * What an administrator did.
 *
 * @param kind what was done
 * @param object what it was done to: id of a connection, key of a set, empty for the whole
 * @param fields names of the fields that changed, never their values
 * @param from version of the configuration before
 * @param to version after; the same when the configuration itself did not change
 */
public record Deed(Kind kind, String object, List<String> fields, long from, long to) {

  public Deed {
    fields = List.copyOf(fields);
  }

  /** What can be done. */
  public enum Kind {
    CONNECTION_ADDED,
    CONNECTION_CHANGED,
    CONNECTION_DELETED,
    SET_ADDED,
    SET_CHANGED,
    SET_DELETED,
    RULES_CHANGED,
    METADATA_CHANGED,
    REPOSITORIES_CHANGED,
    PROMOTION_CHANGED,
    COPILOT_CHANGED,
    HOOKS_CHANGED,
    SETTINGS_CHANGED,
    CONFIGURATION_APPLIED,
    KEY_ROTATED;

    /** The word in keys of texts. */
    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * What it is done to, as a word: connection, set, rules, metadata, repositories, promotion,
     * copilot, hooks, settings, configuration, key.
     */
    public String objectType() {
      return word().substring(0, word().indexOf('-'));
    }
  }
}
