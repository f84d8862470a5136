package io.appofapps.confluence.git;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;

/** What is asked of a host when something is read. */
final class Fetches {

  private Fetches() {}

  /** The refs of those full names that are there now. */
  static List<Ref> refs(Transport transport, List<String> names) throws IOException {
    try (FetchConnection connection =
        transport.openFetch(List.of(), names.toArray(String[]::new))) {
      return names.stream()
          .map(name -> Optional.ofNullable(connection.getRef(name)))
          .flatMap(Optional::stream)
          .toList();
    }
  }

  /**
   * Fetches the last commits of what is named.
   *
   * @param what a full ref or the id of a commit, with or without where it goes
   * @param depth how many generations
   * @param filter as Git writes it, empty for none
   */
  static void last(Transport transport, String what, int depth, String filter) throws IOException {
    transport.setDepth(depth);
    if (!filter.isEmpty()) {
      transport.setFilterSpec(FilterSpec.fromFilterLine(filter));
    }
    transport.fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec(what)));
  }

  /** Whether a host failed to do what was asked because it knows no filters. */
  static boolean lacksFilters(IOException e) {
    return Causes.of(e, PackProtocolException.class)
        .map(Throwable::getMessage)
        .filter(message -> message.contains(JGitText.get().filterRequiresCapability))
        .isPresent();
  }
}
