package io.appofapps.confluence.view.body;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class CsvTest {

  private static final List<Column> TWO =
      List.of(Column.of("a", "A"), Column.of("b", "B").hidden());

  private static Table table(List<List<String>> rows) {
    List<Table.Line> lines = new ArrayList<>();
    for (List<String> row : rows) {
      lines.add(Table.line(TWO, "row-" + lines.size(), row.stream().map(Cell::of).toList()));
    }
    return new Table("label", TWO, lines, "nothing");
  }

  @Provide
  Arbitrary<List<List<String>>> rows() {
    Arbitrary<String> text =
        Arbitraries.strings()
            .withChars(",\"\r\n\t '=+-@;")
            .ascii()
            .withChars("äש😀")
            .ofMaxLength(8);
    return text.list().ofSize(2).list().ofMaxSize(5);
  }

  @Property(tries = 300)
  void whatIsReadBackIsWhatWasWrittenAndNoFormula(@ForAll("rows") List<List<String>> rows) {
    List<List<String>> read = parse(Csv.of(table(rows)));
    assertThat(read.get(0)).containsExactly("a", "b");
    assertThat(read).hasSize(rows.size() + 1);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < 2; j++) {
        String field = read.get(i + 1).get(j);
        String text = rows.get(i).get(j);
        assertThat(field).isIn(text, "'" + text);
        assertThat(field).doesNotStartWith("=").doesNotStartWith("+").doesNotStartWith("@");
        assertThat(field).doesNotStartWith("-").doesNotStartWith("\t").doesNotStartWith("\r");
      }
    }
  }

  @Test
  void aFormulaGetsAnApostropheAndQuotesAreDoubled() {
    assertThat(Csv.of(table(List.of(List.of("=1+1", "say \"hi\", twice")))))
        .isEqualTo("a,b\r\n'=1+1,\"say \"\"hi\"\", twice\"\r\n");
  }

  /** RFC 4180, written down once more. */
  private static List<List<String>> parse(String csv) {
    List<List<String>> records = new ArrayList<>();
    List<String> record = new ArrayList<>();
    StringBuilder field = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < csv.length(); i++) {
      char c = csv.charAt(i);
      if (quoted && c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
        field.append(csv.charAt(++i));
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == ',') {
        record.add(field.toString());
        field.setLength(0);
      } else if (!quoted && c == '\r') {
        i++;
        record.add(field.toString());
        field.setLength(0);
        records.add(record);
        record = new ArrayList<>();
      } else {
        field.append(c);
      }
    }
    return records;
  }
}
