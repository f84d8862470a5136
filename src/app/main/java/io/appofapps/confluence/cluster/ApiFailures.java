package io.appofapps.confluence.cluster;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Collectors;

/** How often API servers could not be asked since the app started, by connection and kind. */
public final class ApiFailures {

  private final Map<Key, LongAdder> counts = new ConcurrentHashMap<>();

  ApiFailures() {}

  /** What went wrong. */
  public enum Kind {
    /** The name cannot be resolved. */
    DNS,
    /** No connection, or it broke. */
    TCP,
    TLS,
    /** No answer in time. */
    TIMEOUT,
    /** 401. */
    UNAUTHORIZED,
    /** 403. */
    FORBIDDEN,
    /** 404: the kind is not known there. */
    NOT_FOUND,
    /** 429. */
    BUSY,
    /** Any other status of HTTP. */
    STATUS,
    /** Refused on this side, or an answer that cannot be understood. */
    OTHER
  }

  /** One count. */
  public record Key(String connection, Kind kind) {}

  void count(String connection, Kind kind) {
    counts.computeIfAbsent(new Key(connection, kind), ignored -> new LongAdder()).increment();
  }

  /** The counts of this moment; what never happened is not in it. */
  public Map<Key, Long> counts() {
    return counts.entrySet().stream()
        .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, each -> each.getValue().sum()));
  }
}
