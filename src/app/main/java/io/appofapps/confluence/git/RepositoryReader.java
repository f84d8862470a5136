package io.appofapps.confluence.git;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;

/** The files of the configured repositories; keeps those read last in memory, on each node. */
@Named
public class RepositoryReader implements RepositoryFiles {

  private static final long MOST_BYTES = 128L << 20;
  private static final String HEADS = "refs/heads/";
  private static final String TAGS = "refs/tags/";

  private final ConfigurationReader configuration;
  private final Secrets secrets;
  private final HostWords words;

  /** The one read last is at the end. */
  private final Map<RepositorySettings, Contents> known = new LinkedHashMap<>(16, 0.75f, true);

  @Inject
  public RepositoryReader(ConfigurationReader configuration, Secrets secrets, HostWords words) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.words = words;
  }

  @Override
  public Commit resolve(String repository, String revision) throws UnreadableException {
    RepositoryName name = RepositoryName.of(repository);
    RepositorySettings settings =
        configuration.current().repositories().stream()
            .filter(each -> RepositoryName.of(each.url()).equals(name))
            .findFirst()
            .orElseThrow(() -> new UnreadableException(words.unknown(repository)));
    if (ObjectId.isId(revision)) {
      return new Commit(settings.id(), settings.url(), "", revision);
    }
    List<Ref> refs = reading(settings, contents -> contents.refs(names(revision)));
    if (refs.isEmpty()) {
      throw new UnreadableException(words.noRevision(settings.url(), revision));
    }
    Ref ref = refs.get(0).getLeaf();
    ObjectId peeled = refs.get(0).getPeeledObjectId();
    ObjectId id = peeled == null ? ref.getObjectId() : peeled;
    String branch = ref.getName().startsWith(HEADS) ? ref.getName().substring(HEADS.length()) : "";
    return new Commit(settings.id(), settings.url(), branch, id.name());
  }

  @Override
  public List<String> list(Commit commit, String folder) throws UnreadableException {
    return reading(
        settings(commit), contents -> contents.list(ObjectId.fromString(commit.id()), folder));
  }

  @Override
  public Optional<byte[]> read(Commit commit, String path) throws UnreadableException {
    return reading(
        settings(commit), contents -> contents.read(ObjectId.fromString(commit.id()), path));
  }

  /** Full names of what the revision may mean, in the order in which they count. */
  private static List<String> names(String revision) {
    if (revision.isEmpty() || revision.equals("HEAD")) {
      return List.of("HEAD");
    }
    return revision.startsWith("refs/")
        ? List.of(revision)
        : List.of(HEADS + revision, TAGS + revision);
  }

  private RepositorySettings settings(Commit commit) throws UnreadableException {
    return configuration.current().repositories().stream()
        .filter(each -> each.id().equals(commit.repository()))
        .filter(each -> each.url().equals(commit.address()))
        .findFirst()
        .orElseThrow(() -> new UnreadableException(words.unknown(commit.address())));
  }

  private interface Work<T> {
    T on(Contents contents) throws IOException;
  }

  private <T> T reading(RepositorySettings settings, Work<T> work) throws UnreadableException {
    Contents contents = contents(settings);
    try {
      return work.on(contents);
    } catch (IOException | RuntimeException e) {
      throw new UnreadableException(words.of(settings.url(), e), e);
    } finally {
      forgetOldest();
    }
  }

  private Contents contents(RepositorySettings settings) {
    synchronized (known) {
      known.keySet().retainAll(configuration.current().repositories());
      return known.computeIfAbsent(settings, each -> new Contents(new Remote(each, secrets::find)));
    }
  }

  private void forgetOldest() {
    List<Contents> all;
    synchronized (known) {
      all = new ArrayList<>(known.values());
    }
    // sizes are asked outside of the lock: a fetch under way must not hold up other repositories
    long left = all.stream().mapToLong(Contents::bytes).sum();
    for (int i = 0; i < all.size() - 1 && left > MOST_BYTES; i++) {
      Contents oldest = all.get(i);
      left -= oldest.bytes();
      synchronized (known) {
        known.values().remove(oldest);
      }
    }
  }
}
