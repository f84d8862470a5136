package io.appofapps.confluence.promotion.notice;

import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.PromotionState;
import io.appofapps.confluence.promotion.desk.Actor;
import io.appofapps.confluence.promotion.desk.Case;
import io.appofapps.confluence.promotion.desk.DeskException;
import io.appofapps.confluence.promotion.desk.PromotionDesk;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides whom to tell what: of a request, those who may approve it at this moment; of what becomes
 * of it, the person who asked. Whether somebody may is the desk's answer to that very person, so
 * nobody hears of what they may not see.
 */
@Named
public class Notices {

  /** More people than these do not decide any faster. */
  static final int MOST_RECIPIENTS = 50;

  private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
  private static final int MOST_ASKED = 500;
  private static final Set<String> OF_THE_REQUESTER =
      Set.of(
          "approve", "reject", "expire", "block", "fail", "become-healthy", "roll-back", "cancel");

  private final ConfigurationReader configuration;
  private final PromotionDesk desk;
  private final Colleagues colleagues;
  private final Wording wording;
  private final List<Messenger> messengers;

  @Inject
  public Notices(
      ConfigurationReader configuration,
      PromotionDesk desk,
      Colleagues colleagues,
      Wording wording,
      List<Messenger> messengers) {
    this.configuration = configuration;
    this.desk = desk;
    this.colleagues = colleagues;
    this.wording = wording;
    this.messengers = List.copyOf(messengers);
  }

  /**
   * Tells whom it concerns; takes as long as asking for each of them does.
   *
   * @param event word of the entry in the log
   * @param who who did it; nobody is told what they have done themselves
   */
  void tell(Promotion after, String event, Person who) {
    if (!configuration.current().promotion().notices()) {
      return;
    }
    boolean waits = event.equals("request") || event.equals("void-approval");
    if (waits && after.state() == PromotionState.REQUESTED) {
      approvers(after, who).forEach(viewer -> send(wording.waits(after, viewer)));
    }
    if (OF_THE_REQUESTER.contains(event) && !after.request().by().key().equals(who.key())) {
      colleagues
          .find(after.request().by().key())
          .filter(viewer -> seen(viewer, after.id()).isPresent())
          .ifPresent(viewer -> send(wording.news(after, event, viewer)));
    }
  }

  private List<Viewer> approvers(Promotion promotion, Person who) {
    Set<String> candidates = new LinkedHashSet<>();
    colleagues
        .find(promotion.request().by().key())
        .flatMap(viewer -> seen(viewer, promotion.id()))
        .ifPresent(
            found ->
                found
                    .approvers()
                    .forEach(group -> candidates.addAll(colleagues.members(group, MOST_ASKED))));
    candidates.remove(who.key());
    return candidates.stream()
        .limit(MOST_ASKED)
        .flatMap(key -> colleagues.find(key).stream())
        .filter(
            viewer ->
                seen(viewer, promotion.id()).filter(found -> found.approve().allowed()).isPresent())
        .limit(MOST_RECIPIENTS)
        .toList();
  }

  private Optional<Case> seen(Viewer viewer, String id) {
    try {
      return Optional.of(desk.find(Actor.of(viewer, new Place.Api()), id));
    } catch (DeskException e) {
      LOG.debug("Somebody is not told of promotion {}: {}", id, e.kind());
      return Optional.empty();
    }
  }

  private void send(Message message) {
    for (Messenger messenger : messengers) {
      try {
        messenger.send(message);
      } catch (RuntimeException e) {
        LOG.warn(
            "A person could not be told of a promotion by {}",
            messenger.getClass().getSimpleName(),
            e);
      }
    }
  }
}
