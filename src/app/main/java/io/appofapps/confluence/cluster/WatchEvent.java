package io.appofapps.confluence.cluster;

import io.appofapps.confluence.state.Change;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** What a watch tells. */
sealed interface WatchEvent {

  /** A resource changed. */
  record Changed(Change<?> change) implements WatchEvent {}

  /** A bookmark: nothing changed, but the stream is alive. */
  record Bookmark() implements WatchEvent {}

  /**
   * The stream is over; only a new list can go on.
   *
   * @param cause what the server answered instead of a stream, empty for any other reason
   */
  record Closed(Optional<KubernetesClientException> cause) implements WatchEvent {}
}
