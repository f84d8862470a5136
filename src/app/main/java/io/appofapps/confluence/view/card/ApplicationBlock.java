package io.appofapps.confluence.view.card;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.tree.NodeId;
import io.appofapps.confluence.tree.TreeNode;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.body.Listing;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.drift.DriftPages;
import io.appofapps.confluence.view.drift.DriftReport;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * {@code aoa-application}: how one Application stands, as a card. The macro also says which
 * Application its page is about.
 */
@Named
public class ApplicationBlock implements Block {

  private final DriftPages drift;
  private final ArgoCdLinks links;
  private final ConfigurationReader configuration;
  private final PageNotes notes;
  private final Texts texts;

  @Inject
  public ApplicationBlock(
      DriftPages drift,
      ArgoCdLinks links,
      ConfigurationReader configuration,
      PageNotes notes,
      Texts texts) {
    this.drift = drift;
    this.links = links;
    this.notes = notes;
    this.configuration = configuration;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "aoa-application";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("set", "snapshot", "application");
  }

  @Override
  public Answer answer(Question question) throws BadParameter {
    String name = question.parameters().text("application");
    if (name.isEmpty()) {
      throw new BadParameter("application", "", "name, namespace/name, connection/namespace/name");
    }
    DriftPages.Asked asked = drift.ask(question, Severity.INFO);
    if (asked instanceof DriftPages.Asked.Away away) {
      return new Answer.Away(away.why());
    }
    if (asked instanceof DriftPages.Asked.Unknown) {
      return new Answer.Refused(404, unknown(name));
    }
    DriftReport report = ((DriftPages.Asked.Report) asked).report();
    List<NodeId> named = report.named();
    if (named.size() > 1) {
      return new Answer.Refused(409, ambiguous(name, named));
    }
    TreePage.Ready page = report.page();
    Optional<Application> app =
        page.tree().forest().node(named.get(0)).flatMap(TreeNode::application);
    if (app.isEmpty()) {
      return new Answer.Refused(404, unknown(name));
    }
    Optional<PageNotes.Notes> lacks = notes(question, page, app.get());
    return Answer.of(
            page,
            new Facts(app.get(), report.facts(), configuration.current(), lacks),
            () -> content(app.get(), named.get(0), report, question, lacks))
        .within(List.of(report.ofPages(), lacks));
  }

  /** Of the page that the card stands on; what it said at a moment of the past nobody has kept. */
  private Optional<PageNotes.Notes> notes(Question question, TreePage.Ready page, Application app) {
    return question.place() instanceof Place.Page place && page.snapshot().taken().isEmpty()
        ? place
            .content()
            .flatMap(content -> notes.of(question.viewer(), content, app.key(), page.set().key()))
        : Optional.empty();
  }

  /** The revision of the snapshot is not among them: most changes are of other Applications. */
  private record Facts(
      Application app,
      Object findings,
      Configuration configuration,
      Optional<PageNotes.Notes> notes) {}

  private MessageBox.Message unknown(String name) {
    return new MessageBox.Message(
        texts.get("aoa.card.unknown", name), texts.get("aoa.card.unknown.action"));
  }

  private MessageBox.Message ambiguous(String name, List<NodeId> named) {
    List<String> names =
        named.stream().map(id -> id.key().namespace() + "/" + id.key().name()).distinct().toList();
    List<String> all =
        names.size() == named.size()
            ? names
            : named.stream().map(id -> id.key().toString()).toList();
    return new MessageBox.Message(
        texts.get("aoa.card.ambiguous", name),
        texts.get("aoa.card.ambiguous.action", String.join(", ", all)));
  }

  private Content content(
      Application app,
      NodeId id,
      DriftReport report,
      Question question,
      Optional<PageNotes.Notes> lacks) {
    Moments moments = new Moments(question.reader());
    Look.Tree tree = report.page().tree();
    CardRows rows = new CardRows(texts, moments);
    rows.status(app);
    rows.versions(app);
    rows.place(app, tree.landscape().environment(id), tree.landscape().service(id));
    rows.links(app);
    lacks.ifPresent(each -> rows.documentation(each, app.key()));
    List<Listing.Item> items = new ArrayList<>(rows.items());
    items.addAll(report.items(texts, moments));
    return Content.of(texts.get("aoa.card.title", app.key().name()), new Listing(items, ""))
        .summary(report.summary(texts, moments))
        .tools(
            links
                .applicationUrl(app.key(), app)
                .map(url -> Pieces.link(url, texts.get("aoa.drift.open")))
                .orElse(Html.EMPTY));
  }
}
