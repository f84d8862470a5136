package io.appofapps.confluence.promotion.record;

import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.promotion.Move;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Entries as CDEvents 0.5.1 in CloudEvents 1.0, structured JSON. What CDEvents has no word for –
 * blocked, refused – is a custom event of the tool {@code appofapps}; the whole entry is the custom
 * data of each.
 */
public final class CdEvents {

  private static final String SPEC = "0.5.1";
  private static final String CHANGE = "dev.cdevents.change.";
  private static final String SERVICE = "dev.cdevents.service.";
  private static final String CUSTOM = "dev.cdeventsx.appofapps-promotion.";

  private final String source;

  /**
   * @param source where the events come from: an absolute or relative address
   */
  public CdEvents(String source) {
    this.source = source;
  }

  /** The row as one event, on one line. */
  public String event(LogRow row) {
    Entry entry = row.entry();
    String type = type(entry);
    CanonicalJson subject = subject(row, type);
    String id = row.recorded().hash();
    CanonicalJson data =
        new CanonicalJson()
            .put(
                "context",
                new CanonicalJson()
                    .put("specversion", SPEC)
                    .put("id", id)
                    .put("source", source)
                    .put("type", type)
                    .put("timestamp", entry.at().toString()))
            .put("subject", subject)
            .putJson("customData", row.recorded().canonical())
            .put("customDataContentType", "application/json");
    return new CanonicalJson()
        .put("specversion", "1.0")
        .put("id", id)
        .put("source", source)
        .put("type", type)
        .put("subject", subjectId(row, type))
        .put("time", entry.at().toString())
        .put("datacontenttype", "application/json")
        .put("data", data)
        .toString();
  }

  private static String type(Entry entry) {
    return switch (entry.event()) {
      case "request" -> CHANGE + "created.0.4.0";
      case "vote", "approve" -> CHANGE + "reviewed.0.3.0";
      case "commit" -> CHANGE + "merged.0.3.0";
      case "reject", "cancel", "expire" -> CHANGE + "abandoned.0.3.0";
      case "become-healthy" -> SERVICE + deployed(entry) + ".0.3.0";
      default -> CUSTOM + entry.event().replaceAll("[^A-Za-z]", "") + ".0.1.0";
    };
  }

  private static String deployed(Entry entry) {
    if (!entry.rollsBack().isEmpty()) {
      return "rolledback";
    }
    return entry.subject().moves().stream().allMatch(move -> move.before().isEmpty())
        ? "deployed"
        : "upgraded";
  }

  private static CanonicalJson subject(LogRow row, String type) {
    CanonicalJson subject = new CanonicalJson().put("id", subjectId(row, type));
    Subject about = row.entry().subject();
    CanonicalJson content = new CanonicalJson();
    if (type.startsWith(SERVICE)) {
      content
          .put("environment", new CanonicalJson().put("id", about.to()))
          .put("artifactId", artifact(about));
    } else if (type.startsWith(CHANGE)) {
      about.bases().keySet().stream()
          .findFirst()
          .ifPresent(id -> content.put("repository", new CanonicalJson().put("id", id)));
      if (row.entry().event().equals(Entry.REQUEST)) {
        content.put("description", description(about));
      }
    }
    return subject.put("content", content);
  }

  private static String subjectId(LogRow row, String type) {
    Optional<ApplicationKey> target = row.entry().subject().target();
    if (type.startsWith(SERVICE) && target.isPresent()) {
      return target.get().toString();
    }
    String promotion = row.entry().promotion();
    return promotion.isEmpty() ? "entry-" + row.recorded().sequence() : promotion;
  }

  private static String description(Subject about) {
    StringBuilder words =
        new StringBuilder("Promote " + about.service() + " from " + about.from() + " to ");
    words.append(about.to());
    for (Move move : about.moves()) {
      words.append(", ").append(move.what()).append(" ").append(move.after());
    }
    return words.toString();
  }

  /** A package URL: the version is the first value that moves. */
  private static String artifact(Subject about) {
    String version = about.moves().isEmpty() ? "" : "@" + encoded(about.moves().get(0).after());
    return "pkg:generic/" + encoded(about.service()) + version;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
