package io.appofapps.confluence.view.promotion;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.body.Html;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.Content;
import io.appofapps.confluence.view.frame.Pulse;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** {@code aoa-promotions}: who has promoted what, when, and how it came out. */
@Named
public class PromotionsBlock implements Block {

  /** The newest; all are in the export of REST. */
  private static final int MOST_SHOWN = 500;

  private final TreePages pages;
  private final PromotionsSeen promotions;
  private final ConfigurationReader configuration;
  private final Texts texts;

  @Inject
  public PromotionsBlock(
      TreePages pages, PromotionsSeen promotions, ConfigurationReader configuration, Texts texts) {
    this.pages = pages;
    this.promotions = promotions;
    this.configuration = configuration;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "aoa-promotions";
  }

  @Override
  public Set<String> parameters() {
    return Set.of("set", "service", "environment", "person", "state", "period");
  }

  @Override
  public Answer answer(Question question) throws BadParameter {
    LogSelection selection = LogSelection.of(question.parameters(), Instant.now());
    Optional<String> set = selection.filter().set();
    if (set.isPresent()) {
      TreePage page = pages.open(question.viewer(), question.place(), set.get());
      if (!(page instanceof TreePage.Ready ready)) {
        return new Answer.Away(page);
      }
      List<Promotion> found = found(question, selection, ready.snapshot());
      return Answer.of(ready, found, content(found, question, true))
          .within(question.viewer().key());
    }
    if (question.place() instanceof Place.Page page
        && page.content().filter(content -> !question.viewer().sees(content)).isPresent()) {
      return new Answer.Away(new TreePage.NoPermission());
    }
    Snapshot snapshot = pages.snapshot();
    List<Promotion> found = found(question, selection, snapshot);
    return new Answer.Shown(
        snapshot,
        new Look.Audience(false, question.viewer().groups()),
        "",
        Pulse.NONE,
        question.viewer().key(),
        found,
        content(found, question, false));
  }

  private List<Promotion> found(Question question, LogSelection selection, Snapshot snapshot) {
    return promotions
        .newest(question, selection.filter(), selection, selection::takes, MOST_SHOWN, snapshot)
        .stream()
        .map(Case::promotion)
        .toList();
  }

  private Supplier<Content> content(List<Promotion> found, Question question, boolean oneSet) {
    return () ->
        Content.of(
                texts.get("aoa.promotions.title"),
                new LogTable(
                        texts,
                        new Moments(question.reader()),
                        new CommitLinks(configuration.current().repositories()))
                    .of(found, oneSet))
            .summary(Html.text(texts.get("aoa.promotions.count", found.size())))
            .footer(
                found.size() < MOST_SHOWN
                    ? Html.EMPTY
                    : Html.text(texts.get("aoa.promotions.newest", MOST_SHOWN)));
  }
}
