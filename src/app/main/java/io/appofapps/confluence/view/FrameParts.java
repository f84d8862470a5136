package io.appofapps.confluence.view;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.view.body.StatusLook;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The parts of a block around its rows: summary, as-of stamp, footer. */
@Named
public class FrameParts {

  private static final int BAR_WIDTH = 150;

  private final Templates templates;
  private final Texts texts;

  @Inject
  public FrameParts(Templates templates, Texts texts) {
    this.templates = templates;
    this.texts = texts;
  }

  /** One line: a bar by health, how many there are, how many need attention. */
  public String summaryHtml(TreeView view) {
    Map<String, Object> context = new HashMap<>();
    context.put("barHtml", bar(view.byHealth()));
    context.put("barLabel", barLabel(view.byHealth()));
    context.put("text", summaryText(view));
    return templates.render("summary", context).strip();
  }

  /** The same in words alone. */
  public String summaryText(TreeView view) {
    String count = texts.get("aoa.tree.applications", view.applications());
    return view.attention() == 0
        ? count
        : count + " · " + texts.get("aoa.tree.attention", view.attention());
  }

  private String barLabel(Map<HealthStatus, Integer> byHealth) {
    StringBuilder label = new StringBuilder();
    byHealth.forEach(
        (health, count) ->
            label
                .append(label.isEmpty() ? "" : ", ")
                .append(count)
                .append(' ')
                .append(health.word()));
    return label.toString();
  }

  /** Every status that occurs is at least two units wide, or nobody would see it. */
  private static String bar(Map<HealthStatus, Integer> byHealth) {
    int total = Math.max(1, byHealth.values().stream().mapToInt(Integer::intValue).sum());
    int gaps = 2 * Math.max(0, byHealth.size() - 1);
    StringBuilder html = new StringBuilder();
    int x = 0;
    int room = BAR_WIDTH - gaps;
    for (Map.Entry<HealthStatus, Integer> part : byHealth.entrySet()) {
      int width = Math.max(2, room * part.getValue() / total);
      html.append(
          "<rect x=\"%d\" y=\"0\" width=\"%d\" height=\"6\" class=\"aoa-%s\"></rect>"
              .formatted(x, width, StatusLook.of(part.getKey()).tone()));
      x += width + 2;
    }
    return html.toString();
  }

  /** As of when, from which cluster; a stale one says why. */
  public String stampHtml(Optional<ConnectionState> connection, Reader reader) {
    Map<String, Object> context = new HashMap<>();
    boolean live =
        connection.map(c -> c.phase() == ConnectionState.Phase.LIVE).orElse(Boolean.FALSE);
    Optional<Instant> asOf = connection.flatMap(ConnectionState::asOf);
    Moments moments = new Moments(reader);
    context.put("live", live);
    context.put("asOf", asOf.map(Instant::toString).orElse(""));
    context.put(
        "asOfText", asOf.map(at -> live ? moments.ofDay(at) : moments.full(at)).orElse("–"));
    context.put("prefix", live ? "" : texts.get("aoa.stamp.as-of"));
    context.put("cluster", connection.map(ConnectionState::connection).orElse("–"));
    context.put("state", live ? "" : connection.map(c -> phase(c.phase())).orElse(""));
    context.put("reason", connection.map(ConnectionState::reason).orElse(""));
    context.put("since", connection.map(c -> c.since().toString()).orElse(""));
    context.put("sinceText", connection.map(c -> moments.full(c.since())).orElse(""));
    return templates.render("stamp", context).strip();
  }

  /** The stamp in words with the absolute time, for outputs that live on. */
  public String stampText(Optional<ConnectionState> connection, Reader reader) {
    Moments moments = new Moments(reader);
    String cluster = connection.map(ConnectionState::connection).orElse("–");
    String when =
        connection.flatMap(ConnectionState::asOf).map(moments::full).orElse("–")
            + " "
            + reader.zone().getId();
    String text = texts.get("aoa.stamp.as-of") + " " + when + " · " + cluster;
    return connection
        .filter(c -> c.phase() != ConnectionState.Phase.LIVE)
        .map(c -> text + " · " + phase(c.phase()))
        .orElse(text);
  }

  private String phase(ConnectionState.Phase phase) {
    return texts.get("aoa.phase." + phase.name().toLowerCase(Locale.ROOT));
  }

  /** What is folded or left out; empty when nothing is. */
  public String footerHtml(Selection selection, TreeParameters parameters) {
    Map<String, Object> context = new HashMap<>();
    boolean nothing =
        !parameters.environment().isEmpty()
            && selection.rows().stream()
                .noneMatch(
                    row -> row.row().environment().equalsIgnoreCase(parameters.environment()));
    context.put(
        "folded", selection.folded() == 0 ? "" : texts.get("aoa.tree.folded", selection.folded()));
    context.put("showAll", texts.get("aoa.tree.show-all"));
    context.put("left", selection.left() == 0 ? "" : texts.get("aoa.tree.left", selection.left()));
    context.put(
        "nothing", nothing ? texts.get("aoa.tree.no-environment", parameters.environment()) : "");
    return templates.render("footer", context).strip();
  }
}
