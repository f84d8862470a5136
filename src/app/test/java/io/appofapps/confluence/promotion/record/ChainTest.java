package io.appofapps.confluence.promotion.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.appofapps.confluence.promotion.Promotions;
import io.appofapps.confluence.promotion.record.Verification.Flaw;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ChainTest {

  private static final int LENGTH = 20;

  private static List<Recorded> chain(Head from, int length) {
    List<Recorded> rows = new ArrayList<>();
    Head head = from;
    for (int i = 0; i < length; i++) {
      Recorded row = Recorded.next(head, Entries.note("entry " + (head.sequence() + 1)));
      rows.add(row);
      head = row.head();
    }
    return rows;
  }

  private static Head head(List<Recorded> rows) {
    return rows.get(rows.size() - 1).head();
  }

  private static Verification check(List<Recorded> rows, Head head, Optional<Head> removed) {
    ChainCheck check = new ChainCheck(head, removed);
    for (Recorded row : rows) {
      if (!check.accept(row)) {
        break;
      }
    }
    return check.end(head);
  }

  @Test
  void anEmptyLogAndAWholeOneAreValid() {
    assertThat(check(List.of(), Head.NONE, Optional.empty()).valid()).isTrue();
    List<Recorded> rows = chain(Head.NONE, LENGTH);

    Verification whole = check(rows, head(rows), Optional.empty());

    assertThat(whole.valid()).isTrue();
    assertThat(whole.rows()).isEqualTo(LENGTH);
    assertThat(whole.firstBroken()).isEmpty();
    assertThat(whole.head()).isEqualTo(head(rows));
  }

  @Property(tries = 60)
  void aRowWithAnotherTextIsFoundWhereverItIs(
      @ForAll @IntRange(max = LENGTH - 1) int at, @ForAll boolean rehashed) {
    List<Recorded> rows = chain(Head.NONE, LENGTH);
    Head head = head(rows);
    Recorded old = rows.get(at);
    Head before = at == 0 ? Head.NONE : rows.get(at - 1).head();
    Recorded forged = Recorded.next(before, Entries.note("forged"));
    rows.set(
        at,
        rehashed
            ? forged
            : new Recorded(old.sequence(), old.previous(), old.hash(), forged.canonical()));

    Verification found = check(rows, head, Optional.empty());

    assertThat(found.flaw()).isEqualTo(Flaw.ALTERED);
    long first = rehashed && at < LENGTH - 1 ? at + 2 : at + 1;
    assertThat(found.firstBroken()).hasValue(first);
  }

  @Property(tries = 60)
  void missingRowsAreFoundInTheMiddleAtTheBeginningAndAtTheEnd(
      @ForAll @IntRange(max = LENGTH - 1) int from,
      @ForAll @IntRange(min = 1, max = LENGTH) int count) {
    List<Recorded> rows = chain(Head.NONE, LENGTH);
    Head head = head(rows);
    int to = Math.min(LENGTH, from + count);
    rows.subList(from, to).clear();

    Verification found = check(rows, head, Optional.empty());

    assertThat(found.flaw()).isEqualTo(to == LENGTH ? Flaw.CUT : Flaw.REMOVED);
    assertThat(found.firstBroken()).hasValue(from + 1);
  }

  @Test
  void rowsBehindTheHeadAndRenumberedOnesAreFound() {
    List<Recorded> rows = chain(Head.NONE, LENGTH);

    assertThat(check(rows, rows.get(9).head(), Optional.empty()).flaw()).isEqualTo(Flaw.ADDED);
    Recorded tenth = rows.get(9);
    rows.set(9, new Recorded(10, tenth.previous(), tenth.hash(), rows.get(10).canonical()));
    assertThat(check(rows, head(rows), Optional.empty()).firstBroken()).hasValue(10);
  }

  @Test
  void whatACheckpointStandsForMayBeMissingAndNothingElse() {
    List<Recorded> rows = chain(Head.NONE, LENGTH);
    Head head = head(rows);
    Optional<Head> removed = Optional.of(rows.get(7).head());

    assertThat(check(rows, head, removed).valid()).isTrue();
    assertThat(check(rows.subList(3, LENGTH), head, removed).valid()).isTrue();
    assertThat(check(rows.subList(8, LENGTH), head, removed).valid()).isTrue();
    assertThat(check(rows.subList(9, LENGTH), head, removed).firstBroken()).hasValue(9);
    Optional<Head> other = Optional.of(new Head(8, "f".repeat(64)));
    assertThat(check(rows.subList(8, LENGTH), head, other).firstBroken()).hasValue(9);
    assertThat(check(rows, head, other).firstBroken()).hasValue(8);
  }

  /** As an auditor does it: by another JSON library, from the line alone. */
  @Property(tries = 100)
  void theHashCanBeMadeAgainFromTheLineAlone(@ForAll @StringLength(max = 40) String text)
      throws Exception {
    Recorded row = Recorded.next(new Head(6, "a".repeat(64)), Entries.note(text));

    String cut =
        row.line().replaceFirst(",\"previous\":\"[0-9a-f]{64}\",\"hash\":\"[0-9a-f]{64}\"}$", "}");
    JsonNode read = new ObjectMapper().readTree(row.line());
    String previous = read.path("previous").asText();

    assertThat(previous).isEqualTo("a".repeat(64));
    assertThat(read.path("sequence").asLong()).isEqualTo(7);
    assertThat(read.path("cause").asText()).isEqualTo(text);
    assertThat(read.path("hash").asText())
        .isEqualTo(
            HexFormat.of()
                .formatHex(
                    MessageDigest.getInstance("SHA-256")
                        .digest((previous + cut).getBytes(StandardCharsets.UTF_8))));
    assertThat(row.line()).matches("[ -~]*");
  }

  @Test
  void theCanonicalFormIsSortedCompactAndAscii() {
    Recorded row =
        Recorded.next(
            Head.NONE,
            Entry.of(
                Promotions.requested().with(Promotions.vote("ann", true)),
                "vote",
                Promotions.person("ann"),
                "a \"quote\"\\\n\u007f\u0001",
                List.of(new SeenGate("freeze", false, "code red")),
                Promotions.NOW));

    assertThat(row.canonical())
        .startsWith(
            "{\"approvers\":[{\"groups\":[\"all\",\"developers\"],\"key\":\"ann\",\"name\":")
        .contains("\"name\":\"ann \\u00e4\\ud83d\\ude80\"")
        .contains("\"comment\":\"a \\\"quote\\\"\\\\\\n\\u007f\\u0001\"")
        .contains("\"gates\":[{\"name\":\"freeze\",\"open\":false,\"reason\":\"code red\"}]")
        .contains("\"page\":4711,")
        .contains("\"sequence\":1,")
        .doesNotContain("\"cause\"");
  }

  @Test
  void longTextsAreCut() {
    assertThat(Entries.note("x".repeat(5_000)).cause()).hasSize(4_000);
  }
}
