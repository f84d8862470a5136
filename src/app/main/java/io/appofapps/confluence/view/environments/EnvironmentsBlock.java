package io.appofapps.confluence.view.environments;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.pages.PageSelection;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code aoa-environments}: which version of each service runs in which environment. */
@Named
public class EnvironmentsBlock implements Block {

  private final TreePages pages;
  private final Matrices matrices;
  private final ArgoCdLinks links;
  private final Texts texts;

  @Inject
  public EnvironmentsBlock(TreePages pages, Matrices matrices, ArgoCdLinks links, Texts texts) {
    this.pages = pages;
    this.matrices = matrices;
    this.links = links;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "aoa-environments";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("set", "snapshot", "services", "environments", "label", "space", "property");
  }

  @Override
  public Answer answer(Question question) throws BadParameter {
    Parameters parameters = question.parameters();
    TreePage page =
        pages.open(question.viewer(), question.place(), parameters.set(), parameters.snapshot());
    if (!(page instanceof TreePage.Ready ready)) {
      return new Answer.Away(page);
    }
    MatrixSelection selection = MatrixSelection.of(parameters);
    PageSelection byPages = PageSelection.of(parameters);
    EnvironmentMatrix all = matrices.of(ready);
    Optional<Set<ApplicationKey>> chosen = matrices.byPages(all, question.viewer(), byPages);
    boolean unread = chosen.isPresent() && matrices.knowsNoPage();
    Answer.Shown shown =
        Answer.of(
            ready, all, () -> content(ready, selection.of(all, chosen), question.reader(), unread));
    return chosen.map(these -> shown.within(List.of(these, unread))).orElse(shown);
  }

  private Content content(
      TreePage.Ready page, EnvironmentMatrix matrix, Reader reader, boolean unread) {
    MatrixTable table =
        new MatrixTable(texts, links, page.snapshot().applications(), new Moments(reader));
    return Content.of(texts.get("aoa.environments.title.of", page.set().title()), table.of(matrix))
        .summary(Html.text(texts.get("aoa.environments.services", matrix.rows().size())))
        .notices(unread ? List.of(Html.text(texts.get("aoa.pages.unread"))) : List.of())
        .csv(() -> MatrixCsv.of(matrix));
  }
}
