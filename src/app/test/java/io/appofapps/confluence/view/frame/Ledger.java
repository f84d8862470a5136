package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Cell;
import io.appofapps.confluence.view.body.Column;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Table;
import java.util.List;
import java.util.Set;

/** A small block of its own: the names in a set as a table. */
public final class Ledger implements Block {

  private final Scene scene;
  private int drawn;

  /** How often its content was made. */
  public int drawn() {
    return drawn;
  }

  public Ledger(Scene scene) {
    this.scene = scene;
  }

  @Override
  public String name() {
    return "aoa-ledger";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("set", "more");
  }

  @Override
  public Answer answer(Question question) throws BadParameter {
    TreePage page =
        scene.pages.open(question.viewer(), question.place(), question.parameters().set());
    if (!(page instanceof TreePage.Ready ready)) {
      return new Answer.Away(page);
    }
    boolean more = question.parameters().number("more", 0, 0, 1) == 1;
    return Answer.of(ready, ready.view(), () -> content(ready, more));
  }

  private Content content(TreePage.Ready ready, boolean more) {
    drawn++;
    List<Column> columns =
        more
            ? List.of(Column.of("name", "Name"), Column.of("health", "Health"))
            : List.of(Column.of("name", "Name"), Column.of("health", "Health").hidden());
    List<Table.Line> lines =
        ready.view().rows().stream()
            .map(
                row ->
                    Table.line(
                        columns,
                        row.id(),
                        List.of(Cell.of(row.name()), Cell.of(row.health().word()))))
            .toList();
    return Content.of("<Ledger>", new Table("names", columns, lines, "No <name>."))
        .summary(Html.text(lines.size() + " names"));
  }
}
