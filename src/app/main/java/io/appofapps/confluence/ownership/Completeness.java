package io.appofapps.confluence.ownership;

import java.util.Collection;
import java.util.List;

/**
 * How much of what counts is said.
 *
 * @param said how many of the fields that count have a value
 * @param of how many fields count
 * @param missing ids of those without, in their order; empty for a whole set
 */
public record Completeness(int said, int of, List<String> missing) {

  public Completeness {
    missing = List.copyOf(missing);
  }

  /** Whole percents, rounded down: 100 only when nothing is missing, also where nothing counts. */
  public int percent() {
    return of == 0 ? 100 : said * 100 / of;
  }

  /** Of all of them together. */
  public static Completeness of(Collection<Completeness> all) {
    return new Completeness(
        all.stream().mapToInt(Completeness::said).sum(),
        all.stream().mapToInt(Completeness::of).sum(),
        List.of());
  }
}
