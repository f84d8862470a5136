package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Request;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * What an entry is about, as in {@link Request}; what was not known when an attempt was refused is
 * empty.
 *
 * @param bases commit id by id of the repository
 */
public record Subject(
    String set,
    String service,
    String from,
    String to,
    Optional<ApplicationKey> source,
    Optional<ApplicationKey> target,
    List<Move> moves,
    String digest,
    Map<String, String> bases,
    OptionalLong page) {

  /** Nothing in particular. */
  static final Subject NONE =
      new Subject(
          "",
          "",
          "",
          "",
          Optional.empty(),
          Optional.empty(),
          List.of(),
          "",
          Map.of(),
          OptionalLong.empty());

  public Subject {
    moves = List.copyOf(moves);
    bases = Collections.unmodifiableMap(new TreeMap<>(bases));
  }

  /** What a request is about. */
  public static Subject of(Request request) {
    return new Subject(
        request.set(),
        request.service(),
        request.from(),
        request.to(),
        Optional.of(request.source()),
        Optional.of(request.target()),
        request.moves(),
        request.digest(),
        request.bases(),
        request.page());
  }
}
