package io.appofapps.confluence.capture;

import com.atlassian.activeobjects.external.ActiveObjects;
import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import io.appofapps.confluence.capture.rows.CaptureRows;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.PastSnapshot;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.Taken;
import io.appofapps.confluence.tree.NodeId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The snapshots that people keep. What one holds never changes, so the last ones asked for stay in
 * memory; whether one is still there is looked up again every few seconds, so that a deletion on
 * another node is heard of.
 */
@Named
public class Captures {

  /** So many of one deployment set. */
  public static final int MOST = 50;

  private static final int MOST_IN_MEMORY = 12;
  private static final int MOST_APPLICATIONS_IN_MEMORY = 30_000;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(10);
  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int KEY_LENGTH = 10;
  private static final Pattern KEY = Pattern.compile("[a-z0-9]{1,40}");

  private final CaptureRows rows;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

  @Inject
  public Captures(@ComponentImport ActiveObjects ao) {
    this(ao, Clock.systemUTC());
  }

  Captures(ActiveObjects ao, Clock clock) {
    this.rows = new CaptureRows(ao);
    this.clock = clock;
  }

  /** How a wish to keep a snapshot ended. */
  public sealed interface Outcome {
    /** It is kept. */
    record Done(Header header) implements Outcome {}

    /** There are {@link #MOST} of this set already. */
    record TooMany() implements Outcome {}

    /** The set is larger than rows may hold. */
    record TooLarge() implements Outcome {}
  }

  /**
   * Keeps the set as it is in the snapshot, all of it, whoever asks; whose time is over goes.
   *
   * @param title as the person calls it, at most 255 characters
   * @param author key of the person
   * @param life how long it is to be kept, empty for ever
   */
  public Outcome take(
      Snapshot snapshot, DeploymentSet set, String title, String author, Optional<Duration> life) {
    Instant now = clock.instant();
    rows.over(now).forEach(rows::delete);
    Capture capture = Capture.of(snapshot, set.root());
    Header header =
        new Header(
            new Taken(newKey(), title, author, now),
            set.root(),
            capture.connection(),
            life.map(now::plus),
            capture.applications());
    try {
      return rows.add(header, CaptureText.write(capture.resources()), MOST)
          ? new Outcome.Done(header)
          : new Outcome.TooMany();
    } catch (CaptureText.TooLargeException e) {
      return new Outcome.TooLarge();
    }
  }

  private String newKey() {
    StringBuilder key = new StringBuilder();
    random.ints(KEY_LENGTH, 0, LETTERS.length()).forEach(at -> key.append(LETTERS.charAt(at)));
    return key.toString();
  }

  /** Those of the set, the newest first. */
  public List<Header> of(DeploymentSet set) {
    Instant now = clock.instant();
    return rows.of(set.root()).stream().filter(each -> !each.isOver(now)).toList();
  }

  /** Deletes one; says whether there was one. */
  public boolean delete(String key) {
    synchronized (this) {
      kept.remove(key);
    }
    return KEY.matcher(key).matches() && rows.delete(key);
  }

  /** The set as it was; empty when there is no such snapshot of it. */
  public Optional<PastSnapshot> find(String key, DeploymentSet set, Snapshot present) {
    if (!KEY.matcher(key).matches()) {
      return Optional.empty();
    }
    return kept(key)
        .filter(found -> found.header.root().equals(set.root()))
        .map(found -> found.at(present, set.root()));
  }

  private Optional<Kept> kept(String key) {
    Instant now = clock.instant();
    synchronized (this) {
      Kept known = kept.get(key);
      if (known != null && known.lookAgain.isAfter(now) && !known.header.isOver(now)) {
        return Optional.of(known);
      }
    }
    Optional<Header> header = rows.find(key).filter(found -> !found.isOver(now));
    if (header.isEmpty()) {
      synchronized (this) {
        kept.remove(key);
      }
      return Optional.empty();
    }
    return Optional.of(remember(header.get(), now.plus(LOOK_AGAIN)));
  }

  private Kept remember(Header header, Instant lookAgain) {
    String key = header.taken().key();
    Kept known;
    synchronized (this) {
      known = kept.get(key);
    }
    Kept fresh = known == null ? new Kept(header, CaptureText.read(rows.parts(key))) : known;
    synchronized (this) {
      fresh.lookAgain = lookAgain;
      kept.putIfAbsent(key, fresh);
      while (kept.size() > 1 && isTooMuch()) {
        kept.remove(kept.keySet().iterator().next());
      }
      return fresh;
    }
  }

  private boolean isTooMuch() {
    return kept.size() > MOST_IN_MEMORY
        || kept.values().stream().mapToInt(each -> each.header.applications()).sum()
            > MOST_APPLICATIONS_IN_MEMORY;
  }

  /** One in memory, and the snapshot that was last made of it. */
  private static final class Kept {
    private final Header header;
    private final List<Change<?>> resources;
    private volatile Instant lookAgain = Instant.MIN;
    private Judges judges;
    private PastSnapshot last;

    Kept(Header header, List<Change<?>> resources) {
      this.header = header;
      this.resources = List.copyOf(resources);
    }

    /** The same object as long as the present says the same about who may see it. */
    synchronized PastSnapshot at(Snapshot present, NodeId root) {
      Judges now =
          present
              .derived(Judges.Known.class, ignored -> new Judges.Known())
              .of(header.taken().key(), present, root, resources);
      if (!now.equals(judges)) {
        last = new PastSnapshot(present, header.taken(), resources, header.connection());
        judges = now;
      }
      return last;
    }
  }
}
