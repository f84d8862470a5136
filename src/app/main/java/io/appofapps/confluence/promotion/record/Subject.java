package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.gate.Freeze;
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
 * @param project the AppProject that was frozen, as {@code connection/name}; else empty
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
    OptionalLong page,
    String project) {

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
          OptionalLong.empty(),
          "");

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
        request.page(),
        "");
  }

  /** An attempt of which only this much is known. */
  public static Subject of(
      String set,
      String service,
      String from,
      String to,
      Optional<ApplicationKey> source,
      Optional<ApplicationKey> target,
      OptionalLong page) {
    return new Subject(set, service, from, to, source, target, List.of(), "", Map.of(), page, "");
  }

  /** What a freeze holds. */
  public static Subject of(Freeze.Scope scope) {
    String set = scope instanceof Freeze.Scope.OfSet of ? of.set() : "";
    String project =
        scope instanceof Freeze.Scope.OfProject of ? of.connection() + "/" + of.project() : "";
    return new Subject(
        set,
        "",
        "",
        "",
        Optional.empty(),
        Optional.empty(),
        List.of(),
        "",
        Map.of(),
        OptionalLong.empty(),
        project);
  }
}
