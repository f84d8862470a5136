package io.appofapps.confluence.git;

import io.appofapps.confluence.promotion.plan.FileEdit;
import io.appofapps.confluence.promotion.plan.RepositoryFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Brings changes to branches, each at most once however often it is asked for. */
public interface Pushes {

  /** The trailer that tells whether a change is there already. */
  String TRAILER = "Change-id";

  /**
   * Commits the change on its branch and pushes without force, unless a commit since the base has
   * the trailer {@link #TRAILER} with its id. Where others have pushed in between but left the
   * files of the change as they were, it goes on top of theirs. Takes as long as the network does,
   * at most two minutes; never throws for what the host does.
   */
  Outcome push(Change change);

  /**
   * Looks for a change that has been pushed before: the commit on the branch of the base whose
   * trailer {@link #TRAILER} has that id. Takes as long as the network does.
   *
   * @return its full id; empty when it is not on the branch
   * @throws RepositoryFiles.UnreadableException when the host could not be asked
   */
  Optional<String> find(RepositoryFiles.Commit base, String id)
      throws RepositoryFiles.UnreadableException;

  /**
   * What to commit.
   *
   * @param id never used for another change: letters, digits and hyphens
   * @param edits of different files, all with the same base, which has a branch
   * @param author who wants it
   * @param committer who does it
   * @param at the time of the commit
   * @param subject first line of the message
   * @param body text below it, may be empty
   * @param trailers in this order at the end, before the one with the id
   */
  record Change(
      String id,
      List<FileEdit> edits,
      Signature author,
      Signature committer,
      Instant at,
      String subject,
      String body,
      List<Trailer> trailers) {

    public Change {
      edits = List.copyOf(edits);
      trailers = List.copyOf(trailers);
      if (!id.matches("[A-Za-z0-9-]{1,100}")) {
        throw new IllegalArgumentException("An id is made of letters, digits and hyphens");
      }
      if (edits.stream().map(FileEdit::base).distinct().count() != 1) {
        throw new IllegalArgumentException("A change has edits, all with the same base");
      }
      if (edits.get(0).base().branch().isEmpty()) {
        throw new IllegalArgumentException("Nothing can be pushed to a tag or a commit");
      }
    }

    /** The commit that the files were read at. */
    public RepositoryFiles.Commit base() {
      return edits.get(0).base();
    }

    /** The first line of the message. */
    String title() {
      String line = oneLine(subject);
      return line.isEmpty() ? "Change " + id : line;
    }

    /** The message with its trailers. No text given from outside can pass for a trailer. */
    String message() {
      List<String> lines = new ArrayList<>();
      lines.add(title());
      lines.add("");
      if (!body.isBlank()) {
        body.strip().lines().map(Change::oneLine).forEach(lines::add);
        lines.add("");
      }
      trailers.forEach(each -> lines.add(each.name() + ": " + oneLine(each.value())));
      lines.add(TRAILER + ": " + id);
      return String.join("\n", lines) + "\n";
    }

    private static String oneLine(String text) {
      return text.replaceAll("[\\p{Cntrl}\\x{2028}\\x{2029}]+", " ").strip();
    }
  }

  /**
   * A line at the end of a message, for programs.
   *
   * @param name as in {@code Approved-by}
   * @param value untrusted
   */
  record Trailer(String name, String value) {}

  /** Name and e-mail address of somebody. */
  record Signature(String name, String email) {}

  /** What became of a change. */
  sealed interface Outcome permits Pushed, AlreadyThere, Refused, Moved, Unreachable {}

  /**
   * It is on the branch now.
   *
   * @param commit its full id
   */
  record Pushed(String commit) implements Outcome {}

  /**
   * It had been on the branch before.
   *
   * @param commit its full id
   */
  record AlreadyThere(String commit) implements Outcome {}

  /**
   * The host does not want it, and will not later: protected branch, hook, sign-in, no such
   * repository.
   *
   * @param words for people; those of the host where it says any, as plain text
   */
  record Refused(String words) implements Outcome {}

  /**
   * The branch has something else now; the change must be planned anew.
   *
   * @param path of the first file that is not as it was; empty when the branch or its history is
   */
  record Moved(String path) implements Outcome {}

  /**
   * The host could not be asked, or did not answer in time. The same change may be pushed again.
   *
   * @param words for people
   * @param mayHaveArrived whether the change may be on the branch nevertheless
   */
  record Unreachable(String words, boolean mayHaveArrived) implements Outcome {}
}
