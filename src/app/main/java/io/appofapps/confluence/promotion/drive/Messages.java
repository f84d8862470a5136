package io.appofapps.confluence.promotion.drive;

import io.appofapps.confluence.git.Pushes.Change;
import io.appofapps.confluence.git.Pushes.Signature;
import io.appofapps.confluence.git.Pushes.Trailer;
import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.promotion.Vote;
import io.appofapps.confluence.promotion.facts.Participant;
import io.appofapps.confluence.promotion.facts.Participants;
import io.appofapps.confluence.promotion.plan.Plan;
import io.appofapps.confluence.view.SiteAddress;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes commits: the author is the person who asked, the committer the app; English, whatever the
 * people speak, as Git's own words are.
 */
@Named
public class Messages {

  private static final String APP = "App of Apps for Confluence";

  private final Participants participants;
  private final SiteAddress site;

  @Inject
  public Messages(Participants participants, SiteAddress site) {
    this.participants = participants;
    this.site = site;
  }

  /**
   * The change of a promotion.
   *
   * @param approvals those that count
   */
  Change change(Promotion promotion, Plan plan, List<Vote> approvals, Instant at) {
    Request request = promotion.request();
    List<Trailer> trailers = new ArrayList<>();
    approvals.stream()
        .filter(Vote::approves)
        .map(vote -> signature(vote.by()))
        .forEach(each -> trailers.add(new Trailer("Approved-by", text(each))));
    if (!request.by().agent().isEmpty()) {
      trailers.add(new Trailer("Requested-through", request.by().agent()));
    }
    request.rollsBack().ifPresent(id -> trailers.add(new Trailer("Rolls-back", id)));
    request
        .page()
        .ifPresent(
            id ->
                trailers.add(
                    new Trailer(
                        "Confluence-page", site.base() + "/pages/viewpage.action?pageId=" + id)));
    return new Change(
        promotion.id(),
        plan.edits(),
        signature(request.by()),
        new Signature(APP, address()),
        at,
        subject(request),
        body(request),
        trailers);
  }

  private static String subject(Request request) {
    String versions =
        request.moves().stream().map(Move::after).distinct().collect(Collectors.joining(", "));
    return request.rollsBack().isPresent()
        ? "Roll back " + request.service() + " in " + request.to() + " to " + versions
        : "Promote "
            + request.service()
            + " "
            + versions
            + " from "
            + request.from()
            + " to "
            + request.to();
  }

  private static String body(Request request) {
    String moves =
        request.moves().stream()
            .map(move -> move.what() + ": " + move.before() + " -> " + move.after())
            .collect(Collectors.joining("\n"));
    return request.reason().isBlank() ? moves : request.reason() + "\n" + moves;
  }

  private Signature signature(Person person) {
    Optional<Participant> now = participants.find(person.key());
    return new Signature(
        now.map(Participant::name).orElse(person.name()),
        now.map(Participant::email).filter(email -> !email.isEmpty()).orElseGet(this::address));
  }

  private static String text(Signature signature) {
    return signature.name() + " <" + signature.email() + ">";
  }

  /** That of the app, also for whom Confluence knows no address. */
  private String address() {
    String host = URI.create(site.base()).getHost();
    return "app-of-apps@" + (host == null ? "confluence" : host);
  }
}
