package io.appofapps.confluence.docs.desk;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.Finding;
import io.appofapps.confluence.docs.FindingKind;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.docs.rows.Review;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Expiring;
import io.appofapps.confluence.view.People;
import io.appofapps.confluence.view.card.PageNotes;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Notes from what the reading of documentation knows: findings from memory, reviews from rows that
 * are remembered for some seconds, unless somebody reviews on this node.
 */
@Named
public class DocumentationNotes implements PageNotes {

  private static final int MOST_KEPT = 5_000;

  private final Reconciler reconciler;
  private final Editor editor;
  private final People people;
  private final ConfigurationReader configuration;
  private final Expiring<Asked, List<Review>> reviews =
      new Expiring<>(MOST_KEPT, Duration.ofSeconds(10), InstantSource.system());

  /** A page, as long as nobody has reviewed one since. */
  private record Asked(long page, long edition) {}

  @Inject
  public DocumentationNotes(
      Reconciler reconciler, Editor editor, People people, ConfigurationReader configuration) {
    this.reconciler = reconciler;
    this.editor = editor;
    this.people = people;
    this.configuration = configuration;
  }

  @Override
  public Optional<Notes> of(Viewer viewer, Object content, ApplicationKey application, String set) {
    return editor.id(content).flatMap(page -> notes(viewer, content, page, application, set));
  }

  private Optional<Notes> notes(
      Viewer viewer, Object content, long page, ApplicationKey application, String set) {
    List<Finding> findings =
        reconciler.known(application).stream()
            .map(dated -> dated.finding())
            .filter(each -> each.page().filter(id -> id == page).isPresent())
            .toList();
    Optional<Reviewed> reviewed = reviewed(page, application);
    if (findings.isEmpty() && reviewed.isEmpty()) {
      return Optional.empty();
    }
    boolean editable = viewer.edits(content);
    boolean proposed =
        editable
            && configuration
                    .current()
                    .documentation()
                    .mode(Set.of(set))
                    .compareTo(DocumentationMode.PROPOSE)
                >= 0;
    return Optional.of(
        new Notes(
            findings.stream().anyMatch(each -> each.kind() == FindingKind.OUTDATED),
            editable,
            proposed
                ? findings.stream().flatMap(each -> proposal(each).stream()).toList()
                : List.of(),
            reviewed));
  }

  private static Optional<Proposal> proposal(Finding finding) {
    return finding.mendable()
        ? Optional.of(new Proposal(finding.field(), finding.manifestSays()))
        : Optional.empty();
  }

  private Optional<Reviewed> reviewed(long page, ApplicationKey application) {
    Asked asked = new Asked(page, reconciler.reviewEdition());
    List<Review> known =
        reviews
            .get(asked)
            .orElseGet(
                () -> {
                  List<Review> read = reconciler.reviews(page);
                  reviews.put(asked, read);
                  return read;
                });
    return known.stream()
        .filter(each -> !each.reviewer().isEmpty() && each.application().equals(application))
        .findFirst()
        .map(each -> new Reviewed(people.name(each.reviewer()), each.at()));
  }
}
