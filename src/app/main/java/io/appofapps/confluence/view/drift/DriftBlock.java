package io.appofapps.confluence.view.drift;

import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Badge;
import io.appofapps.confluence.view.body.Listing;
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
import java.util.Locale;
import java.util.Set;

/** {@code aoa-drift}: what stands otherwise than it should, as a list or as a badge. */
@Named
public class DriftBlock implements Block {

  private enum Form {
    LIST,
    BADGE
  }

  private final DriftPages drift;
  private final Texts texts;

  @Inject
  public DriftBlock(DriftPages drift, Texts texts) {
    this.drift = drift;
    this.texts = texts;
  }

  @Override
  public String name() {
    return "aoa-drift";
  }

  @Override
  public Set<String> parameters() {
    return DriftSelection.PARAMETERS;
  }

  @Override
  public boolean inline(Parameters parameters) {
    return parameters.words("form").stream()
        .anyMatch(word -> word.toUpperCase(Locale.ROOT).equals(Form.BADGE.name()));
  }

  @Override
  public Answer answer(Question question) throws BadParameter {
    Form form = question.parameters().choice("form", Form.values(), Form.LIST);
    DriftPages.Asked asked =
        drift.ask(question, form == Form.BADGE ? Severity.WARNING : Severity.INFO);
    if (asked instanceof DriftPages.Asked.Away away) {
      return new Answer.Away(away.why());
    }
    if (asked instanceof DriftPages.Asked.Unknown unknown) {
      return new Answer.Refused(404, unknown(unknown.name()));
    }
    DriftReport report = ((DriftPages.Asked.Report) asked).report();
    return Answer.of(
            report.page(), report.facts(), () -> content(report.entries(), form, question.reader()))
        .within(report.ofPages());
  }

  /** What to say when the viewer sees no Application or service of that name. */
  public MessageBox.Message unknown(String name) {
    return new MessageBox.Message(
        texts.get("aoa.drift.unknown", name), texts.get("aoa.drift.unknown.action"));
  }

  private Content content(List<Entry> entries, Form form, Reader reader) {
    DriftHtml html = new DriftHtml(texts, new Moments(reader));
    if (form == Form.BADGE) {
      return Content.of(texts.get("aoa.drift.title"), new Badge(html.badge(entries)));
    }
    return Content.of(
            texts.get("aoa.drift.title"),
            new Listing(entries.stream().map(html::item).toList(), texts.get("aoa.drift.none")))
        .summary(html.summary(entries))
        .csv(() -> DriftTable.of(entries, texts));
  }
}
