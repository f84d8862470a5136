package io.appofapps.confluence.docs.job;

import com.atlassian.activeobjects.external.ActiveObjects;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.docs.Binding;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.DocumentationRules;
import io.appofapps.confluence.docs.Judgement;
import io.appofapps.confluence.docs.KnownPage;
import io.appofapps.confluence.docs.Subject;
import io.appofapps.confluence.docs.rows.FindingRows;
import io.appofapps.confluence.docs.rows.Pacer;
import io.appofapps.confluence.docs.rows.PageRows;
import io.appofapps.confluence.docs.rows.Review;
import io.appofapps.confluence.docs.rows.ReviewRows;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Holds the stored pages against the Applications and stores what it finds. */
final class Judging {

  private final PageRows pages;
  private final FindingRows findings;
  private final ReviewRows reviews;
  private final Clock clock;

  Judging(ActiveObjects ao, Clock clock) {
    this.pages = new PageRows(ao);
    this.findings = new FindingRows(ao);
    this.reviews = new ReviewRows(ao);
    this.clock = clock;
  }

  /** The findings of now, stored. */
  Judgement judge(List<Subject> subjects, boolean complete, DocumentationRules rules, Pacer pacer) {
    pacer.take(4);
    List<KnownPage> known = pages.all();
    pacer.take(known.size() / 500);
    Map<Long, List<Review>> reviewed = reviews.all();
    Instant now = clock.instant();
    Judgement judgement =
        Judgement.of(
            known,
            subjects,
            rules,
            (page, application) -> version(reviewed, page, application),
            complete,
            findings.read(),
            now);
    begin(judgement, subjects, reviewed, rules, now, pacer);
    findings.write(judgement, pacer);
    return judgement;
  }

  private static Optional<String> version(
      Map<Long, List<Review>> reviewed, long page, ApplicationKey application) {
    return reviewed.getOrDefault(page, List.of()).stream()
        .filter(each -> each.application().equals(application))
        .map(Review::version)
        .findFirst();
  }

  /** A page that is bound for the first time is taken to be up to date. */
  private void begin(
      Judgement judgement,
      List<Subject> subjects,
      Map<Long, List<Review>> reviewed,
      DocumentationRules rules,
      Instant now,
      Pacer pacer) {
    Map<ApplicationKey, Subject> byKey = new HashMap<>();
    subjects.forEach(each -> byKey.put(each.key(), each));
    Map<Long, List<Review>> first = new HashMap<>();
    for (Binding binding : judgement.bindings().all()) {
      Subject subject = byKey.get(binding.application());
      if (rules.mode(subject.sets()) != DocumentationMode.OFF
          && !subject.version().isEmpty()
          && version(reviewed, binding.page(), subject.key()).isEmpty()) {
        first
            .computeIfAbsent(binding.page(), ignored -> new ArrayList<>())
            .add(new Review(subject.key(), subject.version(), "", now));
      }
    }
    first.forEach(
        (page, versions) -> {
          pacer.take(2);
          reviews.begin(page, versions);
        });
  }
}
