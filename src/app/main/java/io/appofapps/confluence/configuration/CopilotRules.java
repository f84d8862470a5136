package io.appofapps.confluence.configuration;

/**
 * What copilots may do, each in the name of a person and never more than that person.
 *
 * @param enabled whether they may ask at all
 * @param requests whether they may ask for promotions, which a person then has to approve
 * @param callsPerMinute how many requests of one person's copilots a node answers in a minute, 10
 *     to 6,000
 */
public record CopilotRules(boolean enabled, boolean requests, int callsPerMinute) {

  /** They may read and nothing else. */
  public static final CopilotRules DEFAULT = new CopilotRules(true, false, 120);
}
