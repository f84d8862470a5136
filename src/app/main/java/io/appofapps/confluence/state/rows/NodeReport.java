package io.appofapps.confluence.state.rows;

import io.appofapps.confluence.state.ConnectionState.Phase;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * How one Confluence node stands.
 *
 * @param node its name in the Confluence cluster
 * @param self whether it is the node that was asked; what others say is from the database
 * @param told when it said so, by its own clock
 */
public record NodeReport(String node, boolean self, Instant told, List<OfConnection> connections) {

  public NodeReport {
    connections = List.copyOf(connections);
  }

  /**
   * How one connection stands on the node.
   *
   * @param since when the phase began
   * @param leader whether the node watches the cluster
   * @param objects resources in memory
   * @param feed number of the last change that is in both rows and memory
   * @param lagMillis age of what the node shows, empty when it has never seen the cluster
   * @param lastError for people, empty while all is well
   */
  public record OfConnection(
      String connection,
      Phase state,
      Instant since,
      boolean leader,
      int objects,
      long feed,
      OptionalLong lagMillis,
      String lastError) {

    /** Whether both say the same but for what changes all the time. */
    boolean tellsTheSame(OfConnection other) {
      return connection.equals(other.connection)
          && state == other.state
          && leader == other.leader
          && lastError.equals(other.lastError);
    }
  }

  boolean tellsTheSame(NodeReport other) {
    if (connections.size() != other.connections.size()) {
      return false;
    }
    for (int i = 0; i < connections.size(); i++) {
      if (!connections.get(i).tellsTheSame(other.connections.get(i))) {
        return false;
      }
    }
    return true;
  }
}
