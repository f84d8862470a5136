package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.promotion.record.Verification.Flaw;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Checks a chain row by row and keeps but the last. For one thread.
 *
 * <p>It finds every row that is changed, removed or put in, as long as the hashes after it are left
 * as they are. Who can write to the database could make all later hashes anew, and the head with
 * them: against that only a copy of some later hash elsewhere helps, such as an export.
 */
public final class ChainCheck {

  private final Head head;
  private final Head removed;
  private Head last = Head.NONE;
  private long rows;
  private Flaw flaw = Flaw.NONE;
  private long firstBroken;

  /**
   * @param head the chain's end as it was noted before the first row was read
   * @param removed the last row that the newest checkpoint stands for, if there is one
   */
  public ChainCheck(Head head, Optional<Head> removed) {
    this.head = head;
    this.removed = removed.orElse(Head.NONE);
  }

  /**
   * Looks at the next row.
   *
   * @return whether there is any use in going on
   */
  public boolean accept(Recorded row) {
    rows++;
    if (rows == 1) {
      begin(row);
    } else if (row.sequence() != last.sequence() + 1) {
      broken(last.sequence() + 1, Flaw.REMOVED);
    } else if (!row.previous().equals(last.hash())) {
      broken(row.sequence(), Flaw.ALTERED);
    }
    if (flaw == Flaw.NONE && !(row.isWhole() && agrees(row, head) && agrees(row, removed))) {
      broken(row.sequence(), Flaw.ALTERED);
    }
    if (flaw == Flaw.NONE) {
      last = row.head();
    }
    return flaw == Flaw.NONE;
  }

  private void begin(Recorded row) {
    long first = removed.sequence() + 1;
    if (row.sequence() < 1) {
      broken(row.sequence(), Flaw.ADDED);
    } else if (row.sequence() > first) {
      broken(first, Flaw.REMOVED);
    } else if (row.sequence() == 1 && !row.previous().equals(Head.NONE.hash())
        || row.sequence() == first && !row.previous().equals(removed.hash())) {
      broken(row.sequence(), Flaw.ALTERED);
    }
  }

  private static boolean agrees(Recorded row, Head noted) {
    return row.sequence() != noted.sequence() || row.hash().equals(noted.hash());
  }

  /** After a row that cannot even be read. */
  public void unreadable(long sequence) {
    broken(sequence, Flaw.ALTERED);
  }

  private void broken(long sequence, Flaw found) {
    if (flaw == Flaw.NONE) {
      flaw = found;
      firstBroken = sequence;
    }
  }

  /**
   * The result.
   *
   * @param after the chain's end as noted after the last row was read
   */
  public Verification end(Head after) {
    if (last.sequence() < head.sequence()) {
      broken(last.sequence() + 1, Flaw.CUT);
    } else if (last.sequence() > after.sequence()) {
      broken(after.sequence() + 1, Flaw.ADDED);
    }
    return new Verification(
        rows, flaw == Flaw.NONE ? OptionalLong.empty() : OptionalLong.of(firstBroken), flaw, last);
  }
}
