package io.appofapps.confluence.view;

import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.view.tree.TreeView;
import java.util.List;
import java.util.Optional;

/** What can be shown for a question about a deployment set. */
public sealed interface TreePage {

  /**
   * A tree to show.
   *
   * @param snapshot the state it stands for
   * @param set the set asked for
   * @param tree what the person may see of it
   * @param view its rows
   */
  record Ready(Snapshot snapshot, DeploymentSet set, Look.Tree tree, TreeView view)
      implements TreePage {

    /** How the set's connection stands, empty when nobody knows it any more. */
    public Optional<ConnectionState> connection() {
      return Optional.ofNullable(snapshot.connections().get(set.root().key().connection()));
    }
  }

  /**
   * There is no such set, or none of which the person may see anything.
   *
   * @param key as asked
   * @param known keys of the sets that the person could ask for
   */
  record UnknownSet(String key, List<String> known) implements TreePage {
    public UnknownSet {
      known = List.copyOf(known);
    }
  }

  /**
   * There is no such kept snapshot of the set, or none of which the person may see anything.
   *
   * @param key as asked
   */
  record UnknownSnapshot(String key) implements TreePage {}

  /** The person may not see the page. */
  record NoPermission() implements TreePage {}

  /** The set is not for this space. */
  record OtherSpace() implements TreePage {}

  /**
   * An administrator defined the set, but its root is not in the cluster.
   *
   * @param set the set
   */
  record RootAway(DeploymentSet set) implements TreePage {}

  /** No cluster connection is configured. */
  record NoConnection() implements TreePage {}

  /**
   * No cluster has been read yet and nothing is stored.
   *
   * @param connection how the first of them stands
   */
  record NothingKnown(ConnectionState connection) implements TreePage {}
}
