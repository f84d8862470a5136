package io.appofapps.confluence.docs.rows;

import java.time.Instant;
import java.util.Optional;

/**
 * One run over the pages, as far as it has come.
 *
 * @param number grows with every run
 * @param phase how it stands
 * @param full whether pages are read again that have not changed
 * @param starter key of the person who asked for it, empty for the schedule
 * @param asked when it was asked for
 * @param ended when it was over
 * @param progress how far it has come
 * @param failure why it failed, empty when it did not
 */
public record Run(
    long number,
    Phase phase,
    boolean full,
    String starter,
    Instant asked,
    Optional<Instant> ended,
    Progress progress,
    String failure) {

  /** How a run stands. */
  public enum Phase {
    /** Some node will take it up. */
    WAITING,
    /** Some node is at it, or was when it died: then another goes on. */
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * How far a run has come.
   *
   * @param space key of the space it is in, empty before the first
   * @param page id of the last page of that space that is done
   * @param pages pages looked at
   * @param read pages read, because they had changed
   * @param statements statements made, as the pace counts them
   * @param findings findings at the end
   * @param mended pages mended at the end
   * @param resumed how often another start took it up again
   */
  public record Progress(
      String space,
      long page,
      int pages,
      int read,
      int statements,
      int findings,
      int mended,
      int resumed) {

    /** Before the first page. */
    public static final Progress START = new Progress("", 0, 0, 0, 0, 0, 0, 0);
  }

  /** Whether it is over. */
  public boolean isOver() {
    return phase == Phase.DONE || phase == Phase.FAILED;
  }

  /** It further on. */
  public Run at(Progress further) {
    return new Run(number, Phase.RUNNING, full, starter, asked, ended, further, failure);
  }

  /** It, taken up by a node. */
  public Run resumed() {
    int times = phase == Phase.RUNNING ? progress.resumed() + 1 : progress.resumed();
    return at(
        new Progress(
            progress.space(),
            progress.page(),
            progress.pages(),
            progress.read(),
            progress.statements(),
            progress.findings(),
            progress.mended(),
            times));
  }

  /** It, well ended. */
  public Run done(Instant now) {
    return new Run(number, Phase.DONE, full, starter, asked, Optional.of(now), progress, "");
  }

  /** It, ended by a failure. */
  public Run failed(Instant now, String why) {
    return new Run(number, Phase.FAILED, full, starter, asked, Optional.of(now), progress, why);
  }
}
