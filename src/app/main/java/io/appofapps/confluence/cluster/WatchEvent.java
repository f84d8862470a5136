package io.appofapps.confluence.cluster;

import io.appofapps.confluence.state.Change;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.util.Optional;

/** What a watch tells. */
sealed interface WatchEvent {

  /**
   * A resource changed.
   *
   * @param version where a watch goes on after it
   */
  record Changed(Change<?> change, String version) implements WatchEvent {}

  /**
   * Nothing changed, but the stream is alive and complete up to that version.
   *
   * @param version where a watch goes on after it
   */
  record Bookmark(String version) implements WatchEvent {}

  /**
   * The stream is over.
   *
   * @param cause what the server answered instead of a stream or as its last event, empty for any
   *     other reason
   */
  record Closed(Optional<KubernetesClientException> cause) implements WatchEvent {}
}
