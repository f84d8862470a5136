package io.appofapps.confluence.docs.desk;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.docs.DatedFinding;
import io.appofapps.confluence.docs.DocumentationMode;
import io.appofapps.confluence.docs.FieldRule;
import io.appofapps.confluence.docs.Finding;
import io.appofapps.confluence.docs.FindingKind;
import io.appofapps.confluence.docs.Mending;
import io.appofapps.confluence.docs.Subject;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.docs.job.Subjects;
import io.appofapps.confluence.docs.job.Wiki;
import io.appofapps.confluence.docs.rows.Review;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.tree.NodeId;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The findings of one page for the person who asks, and what they do about them. Of Applications
 * that they may not see, there is no trace.
 */
@Named
public class PageDesk {

  private final Reconciler reconciler;
  private final Wiki wiki;
  private final Editor editor;
  private final Sight sight;
  private final StateReader state;
  private final ConfigurationReader configuration;

  @Inject
  public PageDesk(
      Reconciler reconciler,
      Wiki wiki,
      Editor editor,
      Sight sight,
      StateReader state,
      ConfigurationReader configuration) {
    this.reconciler = reconciler;
    this.wiki = wiki;
    this.editor = editor;
    this.sight = sight;
    this.state = state;
    this.configuration = configuration;
  }

  /**
   * A finding as a person may act on it.
   *
   * @param dated the finding
   * @param acceptable whether the person can take the manifest's value over
   */
  public record Shown(DatedFinding dated, boolean acceptable) {}

  /** Why something was not done. */
  public enum Refusal {
    /** The page is not there for the person. */
    NO_PAGE,
    /** The person may not edit it. */
    NO_RIGHT,
    /** It is not so any more: somebody changed page or manifest. */
    CHANGED
  }

  /** The findings of the page; empty when the page is not there for the viewer. */
  public Optional<List<Shown>> findings(Viewer viewer, long page) {
    return place(viewer, page)
        .map(
            place -> {
              List<Subject> seen = seen(viewer, place);
              boolean editable = editor.mayEdit(page);
              return of(page).stream()
                  .filter(each -> isFor(each.finding(), seen))
                  .map(each -> new Shown(each, editable && isProposed(each.finding(), seen)))
                  .toList();
            });
  }

  /** Takes the manifest's value of a field over; empty when that is done. */
  public Optional<Refusal> accept(
      Viewer viewer, long page, ApplicationKey application, String field, String manifestSays) {
    Optional<Place.Page> place = place(viewer, page);
    if (place.isEmpty()) {
      return Optional.of(Refusal.NO_PAGE);
    }
    List<Subject> seen = seen(viewer, place.get());
    Optional<Finding> finding =
        of(page).stream()
            .map(DatedFinding::finding)
            .filter(each -> each.application().filter(application::equals).isPresent())
            .filter(each -> each.field().equals(field))
            .filter(each -> each.manifestSays().equals(manifestSays))
            .filter(each -> isFor(each, seen) && isProposed(each, seen))
            .findFirst();
    Optional<FieldRule> rule =
        configuration.current().documentation().fields().stream()
            .filter(each -> each.key().equals(field))
            .findFirst();
    Optional<String> name = editor.name();
    if (name.isEmpty() || !editor.mayEdit(page)) {
      return Optional.of(Refusal.NO_RIGHT);
    }
    if (finding.isEmpty() || rule.isEmpty()) {
      return Optional.of(Refusal.CHANGED);
    }
    Wiki.Edit edit =
        wiki.edit(
            page, name.get(), storage -> Mending.mended(storage, finding.get(), rule.get(), wiki));
    reconciler.touch(page);
    return switch (edit) {
      case WRITTEN -> Optional.empty();
      case GONE -> Optional.of(Refusal.NO_PAGE);
      case REFUSED -> Optional.of(Refusal.NO_RIGHT);
      case UNCHANGED, CONFLICT -> Optional.of(Refusal.CHANGED);
    };
  }

  /** Notes that the person has looked the page through; empty when that is done. */
  public Optional<Refusal> review(Viewer viewer, long page) {
    Optional<Place.Page> place = place(viewer, page);
    if (place.isEmpty()) {
      return Optional.of(Refusal.NO_PAGE);
    }
    Optional<String> person = editor.key();
    if (person.isEmpty() || !editor.mayEdit(page)) {
      return Optional.of(Refusal.NO_RIGHT);
    }
    List<Review> reviews = new ArrayList<>();
    for (Subject subject : seen(viewer, place.get())) {
      boolean outdated =
          of(page).stream()
              .map(DatedFinding::finding)
              .anyMatch(
                  each ->
                      each.kind() == FindingKind.OUTDATED
                          && each.application().filter(subject.key()::equals).isPresent());
      if (outdated) {
        reviews.add(
            new Review(
                subject.key(), subject.version(), person.get(), Clock.systemUTC().instant()));
      }
    }
    if (reviews.isEmpty()) {
      return Optional.of(Refusal.CHANGED);
    }
    reconciler.reviewed(page, reviews);
    return Optional.empty();
  }

  /** Who looked the page through, for which Applications; those the viewer may see. */
  public List<Review> reviews(Viewer viewer, long page) {
    return place(viewer, page)
        .map(
            place -> {
              List<ApplicationKey> keys = seen(viewer, place).stream().map(Subject::key).toList();
              return reconciler.reviews(page).stream()
                  .filter(each -> !each.reviewer().isEmpty() && keys.contains(each.application()))
                  .toList();
            })
        .orElse(List.of());
  }

  /**
   * Makes a service page for an Application that the person may see, if they may make pages there.
   *
   * @return the page's id; empty when they may not, the Application is not there for them, or the
   *     title is taken
   */
  public Optional<Long> create(
      Viewer viewer, ApplicationKey application, String space, String title) {
    Place.Page place = new Place.Page(Optional.empty(), Optional.of(space));
    return seen(viewer, place).stream()
        .filter(each -> each.key().equals(application))
        .findFirst()
        .flatMap(
            subject ->
                editor.create(
                    space,
                    title,
                    ServicePage.storage(
                        subject,
                        subject.sets().stream().sorted().findFirst().orElse(""),
                        configuration.current().documentation())))
        .map(
            page -> {
              reconciler.touch(page);
              return page;
            });
  }

  private List<DatedFinding> of(long page) {
    return reconciler.known().byPage().getOrDefault(page, List.of());
  }

  private Optional<Place.Page> place(Viewer viewer, long page) {
    return editor
        .page(page)
        .filter(viewer::sees)
        .map(content -> new Place.Page(Optional.of(content), editor.space(page)));
  }

  /** The Applications that the viewer sees there. */
  private List<Subject> seen(Viewer viewer, Place place) {
    Snapshot snapshot = state.current();
    Configuration now = configuration.current();
    List<Sight.Seen> sets = sight.sets(viewer, place, snapshot);
    return Subjects.of(snapshot, now).stream()
        .filter(
            subject ->
                sets.stream()
                    .anyMatch(
                        each ->
                            subject.sets().contains(each.set().key())
                                && each.tree()
                                    .forest()
                                    .node(NodeId.application(subject.key()))
                                    .isPresent()))
        .toList();
  }

  private static boolean isFor(Finding finding, List<Subject> seen) {
    return finding.application().isEmpty()
        || seen.stream().anyMatch(each -> each.key().equals(finding.application().get()));
  }

  private boolean isProposed(Finding finding, List<Subject> seen) {
    Stream<Subject> subject =
        seen.stream().filter(each -> finding.application().filter(each.key()::equals).isPresent());
    return finding.mendable()
        && subject.anyMatch(
            each ->
                configuration
                        .current()
                        .documentation()
                        .mode(each.sets())
                        .compareTo(DocumentationMode.PROPOSE)
                    >= 0);
  }
}
