package io.appofapps.confluence.promotion.rules;

/**
 * Another system that is told of every row of the log.
 *
 * @param url where rows are sent to: https, or http on this machine
 * @param format what is sent of each
 * @param secret name of the stored secret that the deliveries are signed with
 */
public record Webhook(String url, Format format, String secret) {

  /** What is sent of a row. */
  public enum Format {
    /** A CDEvent in a CloudEvent, structured JSON. */
    CD_EVENTS,
    /** The row as the export as JSON Lines has it. */
    JSON
  }
}
