package io.appofapps.confluence.promotion.notice;

import io.appofapps.confluence.promotion.Move;
import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.Request;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.SiteAddress;
import io.appofapps.confluence.view.TextsIn;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a notice says. All of it may come from clusters, Git hosts and people: plain text only. */
@Named
public class Wording {

  private static final int LONGEST = 500;

  private final TextsIn texts;
  private final SiteAddress site;

  @Inject
  public Wording(TextsIn texts, SiteAddress site) {
    this.texts = texts;
    this.site = site;
  }

  /** That a request waits for this person. */
  Message waits(Promotion promotion, Viewer reader) {
    return message(promotion, "aoa.promotion.notice.waits", reader, approvals());
  }

  /** What has become of this person's own request; the key of its sentence ends in the event. */
  Message news(Promotion promotion, String event, Viewer reader) {
    String place =
        promotion.request().page().isPresent()
            ? site.base()
                + "/pages/viewpage.action?pageId="
                + promotion.request().page().getAsLong()
            : approvals();
    return message(promotion, "aoa.promotion.notice.news." + event, reader, place);
  }

  private String approvals() {
    return site.base() + "/plugins/servlet/aoa/approvals";
  }

  private Message message(Promotion promotion, String key, Viewer reader, String address) {
    Request request = promotion.request();
    Locale locale = reader.reader().locale();
    String subject =
        texts.get(locale, key, line(request.service()), line(request.from()), line(request.to()));
    List<String> lines = new ArrayList<>();
    for (Move move : request.moves()) {
      lines.add(line(move.what()) + ": " + line(move.before()) + " \u2192 " + line(move.after()));
    }
    lines.add(texts.get(locale, "aoa.promotion.notice.requested-by", who(request.by(), locale)));
    if (!request.reason().isBlank()) {
      lines.add(texts.get(locale, "aoa.promotion.notice.reason", line(request.reason())));
    }
    if (!promotion.cause().isBlank()) {
      lines.add(texts.get(locale, "aoa.promotion.notice.cause", line(promotion.cause())));
    }
    return new Message(
        reader.key(), subject, String.join("\n", lines), address, "promotion-" + promotion.id());
  }

  /** The person, and the copilot that acted in their name. */
  private String who(Person person, Locale locale) {
    String name = line(person.name());
    return person.agent().isEmpty()
        ? name
        : texts.get(locale, "aoa.promotion.through-copilot", name, line(person.agent()));
  }

  /** Nobody's text begins a line of its own, so that none passes for one of the app. */
  private static String line(String text) {
    String one = text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]+", " ").strip();
    return one.length() <= LONGEST ? one : one.substring(0, LONGEST) + "\u2026";
  }
}
