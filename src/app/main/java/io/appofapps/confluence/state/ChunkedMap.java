package io.appofapps.confluence.state;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;

/**
 * An immutable map whose changed copy shares all but the chunks that the change touches. Reading is
 * as fast as from a hash map, which matters here more than the writing: every new revision is
 * walked whole by the trees. Neither keys nor values may be null.
 */
public final class ChunkedMap<K, V> extends AbstractMap<K, V> {

  private static final int CHUNKS = 128;
  private static final int HALF_OF_THE_HASH = 16;

  private final Map<K, V>[] chunks;
  private final int size;

  private ChunkedMap(Map<K, V>[] chunks, int size) {
    this.chunks = chunks;
    this.size = size;
  }

  /** The map without entries. */
  @SuppressWarnings("unchecked") // an array of maps cannot be made otherwise
  public static <K, V> ChunkedMap<K, V> empty() {
    Map<K, V>[] chunks = (Map<K, V>[]) new Map<?, ?>[CHUNKS];
    Arrays.fill(chunks, Map.of());
    return new ChunkedMap<>(chunks, 0);
  }

  /** Starts a changed copy. */
  public Editor<K, V> edit() {
    return new Editor<>(chunks.clone(), size);
  }

  /** The spread of the hash's halves lets neighbours fall into different chunks. */
  private static int chunk(Object key) {
    int hash = key.hashCode();
    return (hash ^ hash >>> HALF_OF_THE_HASH) & CHUNKS - 1;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public V get(Object key) {
    return chunks[chunk(key)].get(key);
  }

  @Override
  public boolean containsKey(Object key) {
    return chunks[chunk(key)].containsKey(key);
  }

  @Override
  public Set<Entry<K, V>> entrySet() {
    return new AbstractSet<>() {
      @Override
      public Iterator<Entry<K, V>> iterator() {
        return new Entries<>(chunks);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /** Changes a copy; each chunk is copied at its first change. Not for several threads. */
  public static final class Editor<K, V> {
    private final Map<K, V>[] chunks;
    private final boolean[] own = new boolean[CHUNKS];
    private int size;

    private Editor(Map<K, V>[] chunks, int size) {
      this.chunks = chunks;
      this.size = size;
    }

    public void put(K key, V value) {
      if (own(key).put(key, value) == null) {
        size++;
      }
    }

    public void remove(K key) {
      if (own(key).remove(key) != null) {
        size--;
      }
    }

    private Map<K, V> own(K key) {
      int chunk = chunk(key);
      if (!own[chunk]) {
        chunks[chunk] = new HashMap<>(chunks[chunk]);
        own[chunk] = true;
      }
      return chunks[chunk];
    }

    /** The changed copy; the editor is done with. */
    public ChunkedMap<K, V> done() {
      return new ChunkedMap<>(chunks, size);
    }
  }

  private static final class Entries<K, V> implements Iterator<Entry<K, V>> {
    private final Map<K, V>[] chunks;
    private int next;
    private Iterator<Entry<K, V>> current = Map.<K, V>of().entrySet().iterator();

    Entries(Map<K, V>[] chunks) {
      this.chunks = chunks;
    }

    @Override
    public boolean hasNext() {
      while (!current.hasNext() && next < chunks.length) {
        current = chunks[next++].entrySet().iterator();
      }
      return current.hasNext();
    }

    @Override
    public Entry<K, V> next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      Entry<K, V> entry = current.next();
      return Map.entry(entry.getKey(), entry.getValue());
    }
  }
}
