package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Taken;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.People;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** As of when, from which cluster, and whether Argo CD itself still looks. */
@Named
public class Stamps {

  private final Templates templates;
  private final Texts texts;
  private final People people;

  @Inject
  public Stamps(Templates templates, Texts texts, People people) {
    this.templates = templates;
    this.texts = texts;
    this.people = people;
  }

  /** All that stamp and frozen notice are made of besides the reader; cheap to compare. */
  Object facts(Answer.Shown shown) {
    return List.of(
        shown.snapshot().taken(),
        shown.connection(),
        shown.connectionState(),
        moment(shown),
        frozen(shown) ? shown.pulse() : Pulse.NONE);
  }

  /** The stamp for pages; a stale one says why. */
  public String html(Answer.Shown shown, Reader reader) {
    Optional<ConnectionState> connection = shown.connectionState();
    boolean ours = shown.connection().isEmpty();
    boolean live =
        ours || connection.map(c -> c.phase() == ConnectionState.Phase.LIVE).orElse(Boolean.FALSE);
    Optional<Instant> asOf = moment(shown);
    Moments moments = new Moments(reader);
    Map<String, Object> context = new HashMap<>();
    context.put("past", past(shown, reader).orElse(""));
    context.put("pastTitle", shown.snapshot().taken().map(Taken::title).orElse(""));
    context.put("live", live);
    context.put("asOf", asOf.map(Instant::toString).orElse(""));
    context.put(
        "asOfText", asOf.map(at -> live ? moments.ofDay(at) : moments.full(at)).orElse("–"));
    context.put("prefix", live ? "" : texts.get("aoa.stamp.as-of"));
    context.put("cluster", shown.connection());
    context.put("state", live ? "" : connection.map(c -> phase(c.phase())).orElse(""));
    context.put("reason", connection.map(ConnectionState::reason).orElse(""));
    context.put("since", connection.map(c -> c.since().toString()).orElse(""));
    context.put("sinceText", connection.map(c -> moments.full(c.since())).orElse(""));
    return templates.render("stamp", context).strip();
  }

  /** The stamp in words with the absolute time, for outputs that live on. */
  public String text(Answer.Shown shown, Reader reader) {
    Moments moments = new Moments(reader);
    Optional<ConnectionState> connection = shown.connectionState();
    String when = moment(shown).map(moments::full).orElse("–") + " " + reader.zone().getId();
    String text =
        past(shown, reader).orElseGet(() -> texts.get("aoa.stamp.as-of") + " " + when)
            + (shown.connection().isEmpty() ? "" : " · " + shown.connection());
    return connection
        .filter(c -> c.phase() != ConnectionState.Phase.LIVE)
        .map(c -> text + " · " + phase(c.phase()))
        .orElse(text);
  }

  /**
   * What is said of a kept snapshot: of when it is, and who kept it; empty for the state of now.
   */
  private Optional<String> past(Answer.Shown shown, Reader reader) {
    return shown
        .snapshot()
        .taken()
        .map(
            taken -> {
              Instant of =
                  shown.connectionState().flatMap(ConnectionState::asOf).orElseGet(taken::at);
              String when = new Moments(reader).full(of) + " " + reader.zone().getId();
              return people
                  .name(taken.author())
                  .map(name -> texts.get("aoa.stamp.frozen-by", when, name))
                  .orElseGet(() -> texts.get("aoa.stamp.frozen", when));
            });
  }

  /** When the cluster was last known to be so, in ISO 8601; empty when never. */
  public String asOf(Answer.Shown shown) {
    return moment(shown).map(Instant::toString).orElse("");
  }

  /** What is in rows of this server and no cluster's is as of now. */
  private static Optional<Instant> moment(Answer.Shown shown) {
    return shown.connection().isEmpty()
        ? Optional.of(Instant.now().truncatedTo(ChronoUnit.SECONDS))
        : shown.connectionState().flatMap(ConnectionState::asOf);
  }

  /** Whether the connection is live and yet Argo CD's controller looks stuck. */
  public boolean frozen(Answer.Shown shown) {
    return shown
        .connectionState()
        .filter(c -> c.phase() == ConnectionState.Phase.LIVE)
        .flatMap(ConnectionState::asOf)
        .filter(shown.pulse()::frozen)
        .isPresent();
  }

  /** The sentence about it; empty when it does not look stuck. */
  public String frozenText(Answer.Shown shown, Reader reader) {
    return frozen(shown)
        ? texts.get(
            "aoa.frame.frozen", new Moments(reader).full(shown.pulse().last().orElseThrow()))
        : "";
  }

  private String phase(ConnectionState.Phase phase) {
    return texts.get("aoa.phase." + phase.name().toLowerCase(Locale.ROOT));
  }
}
