package io.appofapps.confluence.state;

import io.appofapps.confluence.application.ApplicationKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The resources of all connections, by kind and key. Immutable. */
final class Content {

  static final Content EMPTY = new Content(Map.of());

  private final Map<ResourceKind<?>, Map<ApplicationKey, ?>> byKind;

  private Content(Map<ResourceKind<?>, Map<ApplicationKey, ?>> byKind) {
    this.byKind = byKind;
  }

  /** The resources of the kind, unmodifiable. */
  @SuppressWarnings("unchecked") // each kind's map is filled from changes of that very kind
  <T> Map<ApplicationKey, T> of(ResourceKind<T> kind) {
    return (Map<ApplicationKey, T>) byKind.getOrDefault(kind, Map.of());
  }

  /** The content after the changes, applied in their order. */
  Content with(Collection<Change<?>> changes) {
    Map<ResourceKind<?>, Map<ApplicationKey, ?>> result = new HashMap<>(byKind);
    for (ResourceKind<?> kind : ResourceKind.all()) {
      if (changes.stream().anyMatch(change -> change.kind() == kind)) {
        result.put(kind, applied(kind, changes));
      }
    }
    return new Content(Map.copyOf(result));
  }

  private <T> Map<ApplicationKey, T> applied(ResourceKind<T> kind, Collection<Change<?>> changes) {
    ChunkedMap.Editor<ApplicationKey, T> result = chunked(kind).edit();
    for (Change<?> change : changes) {
      if (change.kind() == kind) {
        @SuppressWarnings("unchecked") // the same token, so the same type
        Change<T> typed = (Change<T>) change;
        if (typed instanceof Change.Upsert<T> upsert) {
          result.put(upsert.key(), upsert.resource());
        } else {
          result.remove(typed.key());
        }
      }
    }
    return result.done();
  }

  private <T> ChunkedMap<ApplicationKey, T> chunked(ResourceKind<T> kind) {
    return of(kind) instanceof ChunkedMap<ApplicationKey, T> known ? known : ChunkedMap.empty();
  }

  /** Those of the changes that make a visible difference, each key judged by its last change. */
  List<Change<?>> visible(Collection<Change<?>> changes) {
    Map<List<Object>, Change<?>> last = new HashMap<>();
    changes.forEach(change -> last.put(List.of(change.kind(), change.key()), change));
    return last.values().stream().filter(this::isVisible).toList();
  }

  private <T> boolean isVisible(Change<T> change) {
    T before = of(change.kind()).get(change.key());
    if (change instanceof Change.Upsert<T> upsert) {
      return before == null || !change.kind().looksSame(before, upsert.resource());
    }
    return before != null;
  }

  /** Deletions of every resource whose key passes. */
  List<Change<?>> deletions(Predicate<ApplicationKey> gone) {
    List<Change<?>> result = new ArrayList<>();
    ResourceKind.all().forEach(kind -> result.addAll(deletions(kind, gone)));
    return result;
  }

  /** Deletions of the kind's resources whose key passes. */
  <T> List<Change<T>> deletions(ResourceKind<T> kind, Predicate<ApplicationKey> gone) {
    List<Change<T>> result = new ArrayList<>();
    of(kind).keySet().stream()
        .filter(gone)
        .forEach(key -> result.add(new Change.Delete<>(kind, key)));
    return result;
  }
}
