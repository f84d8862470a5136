package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.environment.Environment;
import io.appofapps.confluence.environment.Service;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.environment.matrix.EnvironmentOrder;
import io.appofapps.confluence.environment.matrix.MatrixCell;
import io.appofapps.confluence.environment.matrix.MatrixRow;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.Route;
import io.appofapps.confluence.promotion.record.LogFilter;
import io.appofapps.confluence.tree.Forest;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.ScriptTexts;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.environments.Matrices;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code aoa-promote}: what would move from one environment to the next, and what stops it. */
@Named
public class PromoteBlock implements Block {

  /** The one that is shown in full, and as many below it. */
  private static final int MOST_SHOWN = 6;

  private final TreePages pages;
  private final Matrices matrices;
  private final PromotionsSeen promotions;
  private final ConfigurationReader configuration;
  private final ScriptTexts scriptTexts;
  private final Texts texts;

  @Inject
  public PromoteBlock(
      TreePages pages,
      Matrices matrices,
      PromotionsSeen promotions,
      ConfigurationReader configuration,
      ScriptTexts scriptTexts,
      Texts texts) {
    this.pages = pages;
    this.matrices = matrices;
    this.promotions = promotions;
    this.configuration = configuration;
    this.scriptTexts = scriptTexts;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "aoa-promote";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("set", "service", "application", "from", "to");
  }

  @Override
  public Answer answer(Question question) throws BadParameter {
    Parameters parameters = question.parameters();
    String set = parameters.set();
    TreePage page = pages.open(question.viewer(), question.place(), set);
    if (!(page instanceof TreePage.Ready ready)) {
      return new Answer.Away(page);
    }
    if (!promotions.isOn()) {
      return refused(409, "aoa.promote.off");
    }
    Asked asked = asked(ready, parameters);
    EnvironmentMatrix matrix = matrices.of(ready);
    Optional<MatrixRow> row =
        matrix.rows().stream()
            .filter(each -> each.service().equalsIgnoreCase(asked.service()))
            .findFirst();
    if (row.isEmpty()) {
      return refused(404, "aoa.promote.unknown", asked.name());
    }
    if (row.get().cells().keySet().stream().filter(each -> !each.isEmpty()).count() < 2) {
      return refused(409, "aoa.promote.alone", row.get().service());
    }
    return shown(ready, question, row.get(), asked);
  }

  /**
   * What the author names.
   *
   * @param name as given
   * @param service name of the service, empty when there is none
   * @param to the environment to promote to, empty when not said
   */
  private record Asked(String name, String service, String to) {}

  private static Asked asked(TreePage.Ready page, Parameters parameters) throws BadParameter {
    String service = parameters.text("service");
    String application = parameters.text("application");
    String to = parameters.text("to");
    if (!service.isEmpty()) {
      return new Asked(service, service, to);
    }
    if (application.isEmpty()) {
      throw new BadParameter("service", "", "name");
    }
    Forest forest = page.tree().forest();
    Optional<NodeId> node =
        page.tree().tops().stream()
            .flatMap(top -> forest.walk(top).stream())
            .map(each -> each.node().id())
            .filter(id -> named(id, application))
            .findFirst();
    return new Asked(
        application,
        node.flatMap(page.tree().landscape()::service).map(Service::name).orElse(""),
        to.isEmpty() && parameters.text("from").isEmpty()
            ? node.flatMap(page.tree().landscape()::environment).map(Environment::name).orElse("")
            : to);
  }

  private static boolean named(NodeId id, String application) {
    return id.key().name().equals(application)
        || (id.key().namespace() + "/" + id.key().name()).equals(application);
  }

  private Answer shown(TreePage.Ready page, Question question, MatrixRow row, Asked asked)
      throws BadParameter {
    EnvironmentOrder order = new EnvironmentOrder(configuration.current().environments().order());
    RouteChoice choice = RouteChoice.of(row, order, question.parameters().text("from"), asked.to());
    String set = page.set().key();
    List<Case> cases =
        promotions.newest(question, filter(set, row, choice), MOST_SHOWN, page.snapshot());
    Optional<Case> current =
        cases.stream()
            .filter(each -> !each.promotion().state().isSettled())
            .findFirst()
            .or(() -> cases.stream().findFirst());
    Panel panel =
        new Panel(
            set,
            row.service(),
            choice,
            row.cell(choice.from()),
            row.cell(choice.to()),
            row.cell(choice.to())
                .flatMap(MatrixCell::ahead)
                .filter(ahead -> ahead.environment().equals(choice.from())),
            promotions.prospects(
                question,
                new Route(set, row.service(), choice.from(), choice.to()),
                page.snapshot()),
            current,
            cases.stream()
                .filter(each -> current.filter(each::equals).isEmpty())
                .map(Case::promotion)
                .toList());
    return Answer.of(page, panel, () -> content(panel, question)).within(panel.abilities());
  }

  /** Those of the service into that environment, wherever they come from. */
  private static LogFilter filter(String set, MatrixRow row, RouteChoice choice) {
    return new LogFilter(
        Optional.of(set),
        Optional.of(row.service()),
        Optional.of(choice.to()),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private Content content(Panel panel, Question question) {
    PanelHtml html =
        new PanelHtml(
            texts,
            new Moments(question.reader()),
            new CommitLinks(configuration.current().repositories()));
    return Content.of(
            texts.get("aoa.promote.title", panel.service()),
            new Parts(html.parts(panel), scriptTexts.json("aoa.desk.")))
        .summary(html.summary(panel));
  }

  private Answer refused(int status, String text, String... arguments) {
    return new Answer.Refused(
        status,
        new MessageBox.Message(
            texts.get(text, (java.io.Serializable[]) arguments), texts.get(text + ".action")));
  }
}
