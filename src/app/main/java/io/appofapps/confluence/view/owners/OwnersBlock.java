package io.appofapps.confluence.view.owners;

import io.appofapps.confluence.ownership.ServiceMetadata;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.Table;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;

/** {@code aoa-owners}: who owns the services of a set, and how complete that is known. */
@Named
public class OwnersBlock implements Block {

  private final Owners owners;
  private final Texts texts;

  @Inject
  public OwnersBlock(Owners owners, Texts texts) {
    this.owners = owners;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "aoa-owners";
  }

  @Override
  public Set<String> parameters() {
    return OwnersSelection.PARAMETERS;
  }

  @Override
  public Answer answer(Question question) throws BadParameter {
    Owners.Asked asked = owners.ask(question);
    if (asked instanceof Owners.Asked.Away away) {
      return new Answer.Away(away.why());
    }
    OwnersReport report = ((Owners.Asked.Report) asked).report();
    List<String> columns = columns(question, report);
    return Answer.of(report.page(), report.facts(), () -> content(report, columns))
        .within(report.ofPages());
  }

  /** The columns that the question chooses, empty for the usual ones. */
  static List<String> columns(Question question, OwnersReport report) throws BadParameter {
    List<String> all = OwnersTable.ids(report);
    List<String> chosen =
        question.parameters().words("columns").stream()
            .filter(word -> !word.equals(OwnersTable.SERVICE))
            .toList();
    for (String word : chosen) {
      if (!all.contains(word)) {
        throw new BadParameter("columns", word, String.join(", ", all));
      }
    }
    return chosen;
  }

  private Content content(OwnersReport report, List<String> columns) {
    return Content.of(texts.get("aoa.owners.title"), table(report, columns))
        .summary(summary(report))
        .notices(report.unread() ? List.of(Html.text(texts.get("aoa.pages.unread"))) : List.of());
  }

  /** The table of the report, all columns in it. */
  public Table table(OwnersReport report, List<String> columns) {
    return new OwnersTable(texts, report, columns).table();
  }

  private Html summary(OwnersReport report) {
    List<ServiceMetadata> services = report.services();
    long incomplete = services.stream().filter(each -> each.completeness().percent() < 100).count();
    return services.isEmpty()
        ? Html.EMPTY
        : Pieces.faint(
            texts.get(
                "aoa.owners.summary",
                services.size(),
                incomplete,
                report.completeness().percent()));
  }
}
