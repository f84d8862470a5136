package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.state.ConnectionState.Phase;
import java.time.Instant;
import java.util.Optional;

/**
 * What a connection's row says.
 *
 * @param term the fence
 * @param owner node of that term, empty after it has stopped
 * @param feed the highest feed number given
 * @param floor tombstones up to here may be gone
 * @param facts how the leader saw the cluster when it last wrote
 */
record StoredConnection(
    String connection, long term, String owner, long feed, long floor, Facts facts) {

  /**
   * @param completeTerm last term in which the rows were as a complete list of the cluster said
   * @param reason for people, empty while all is well
   * @param since by the leader's clock
   * @param asOf by the leader's clock
   * @param objects resources in the leader's memory
   */
  record Facts(
      long completeTerm,
      Phase phase,
      String reason,
      Instant since,
      Optional<Instant> asOf,
      int objects) {

    /** Whether both say the same but for what changes all the time. */
    boolean tellsTheSame(Facts other) {
      return completeTerm == other.completeTerm
          && phase == other.phase
          && reason.equals(other.reason);
    }
  }

  static StoredConnection of(ConnectionRow row) {
    return new StoredConnection(
        row.getConnectionKey(),
        row.getTermNumber(),
        Column.read(row.getOwnerNode()),
        row.getFeedNumber(),
        row.getFloorNumber(),
        new Facts(
            row.getCompleteTerm(),
            phase(row.getPhaseWord()),
            reason(row.getDocument()),
            Instant.ofEpochMilli(row.getSinceMillis()),
            row.getAsOfMillis() == 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(row.getAsOfMillis())),
            row.getObjectCount()));
  }

  /** A newer version of the app may know phases that this one does not. */
  private static Phase phase(String word) {
    for (Phase phase : Phase.values()) {
      if (phase.name().equals(word)) {
        return phase;
      }
    }
    return Phase.CONNECTING;
  }

  private static String reason(String document) {
    try {
      return document == null ? "" : Document.parse(document).text("reason");
    } catch (IllegalArgumentException e) {
      return "";
    }
  }
}
