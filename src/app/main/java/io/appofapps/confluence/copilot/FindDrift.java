package io.appofapps.confluence.copilot;

import io.appofapps.confluence.application.Since;
import io.appofapps.confluence.drift.Family;
import io.appofapps.confluence.drift.Finding;
import io.appofapps.confluence.drift.FindingKind;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.drift.DriftBlock;
import io.appofapps.confluence.view.drift.DriftPages;
import io.appofapps.confluence.view.drift.DriftReport;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.modelcontextprotocol.spec.McpSchema;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** {@code find_drift}. */
@Named
public class FindDrift implements Tool {

  private static final int FEW = 50;
  private static final int YEAR = 525_600;

  private final Sets sets;
  private final DriftPages drift;
  private final DriftBlock block;
  private final MessageBox messages;
  private final Texts texts;
  private final InstantSource clock = InstantSource.system();

  @Inject
  public FindDrift(
      Sets sets, DriftPages drift, DriftBlock block, MessageBox messages, Texts texts) {
    this.sets = sets;
    this.drift = drift;
    this.block = block;
    this.messages = messages;
    this.texts = texts;
  }

  @Override
  public McpSchema.Tool description() {
    Schema finding =
        Schema.texts("kind", "family", "severity", "node", "name", "environment", "since")
            .with("ageMinutes", Map.of("type", List.of("integer", "null")))
            .with("text", Schema.quoted())
            .with("evidence", Schema.list(Schema.quoted()))
            .with("page", Map.of("anyOf", List.of(Schema.quoted(), Map.of("type", "null"))))
            .with("address", Schema.textOrNull());
    return Tools.reading(
        "find_drift",
        "Find drift",
        "Lists what stands otherwise than it should in a deployment set, the most severe first:"
            + " kind, severity, since when, and what it rests on. Kinds are of configuration (Git"
            + " against cluster, versions behind), of documentation (page against manifest) and of"
            + " access.",
        Slice.arguments(
            Schema.object()
                .with("set", Tools.set())
                .maybe(
                    "application",
                    Schema.name("Only this Application and what is below it, by its name."))
                .maybe("service", Schema.name("Only this service, by its name."))
                .maybe(
                    "kinds",
                    Schema.list(
                        "Only these kinds, or kinds of these families.",
                        Schema.word("A kind or a family.", kinds()),
                        kinds().size()))
                .maybe(
                    "severity",
                    Schema.word(
                        "The least severity.",
                        Arrays.stream(Severity.values()).map(Severity::word).toList()))
                .maybe(
                    "olderThanMinutes",
                    Schema.number("Only what is known to be so for longer than this.", 0, YEAR)),
            FEW,
            200),
        Slice.answers(
            Schema.texts("set", "asOf")
                .with("counts", Map.of("type", "object", "additionalProperties", Schema.number()))
                .with("findings", Schema.list(finding.build()))));
  }

  private static List<String> kinds() {
    return Stream.concat(
            Arrays.stream(Family.values()).map(Family::word),
            Arrays.stream(FindingKind.values()).map(FindingKind::word))
        .distinct()
        .toList();
  }

  @Override
  public Map<String, Object> call(Caller caller, Arguments arguments) throws ToolFailure {
    Slice slice = Slice.of(arguments, FEW);
    Instant now = clock.instant();
    Map<String, Object> report =
        report(caller, arguments).json(texts, older(arguments, now), slice.from(), slice.most());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("set", report.get("set"));
    answer.put("asOf", report.get("asOf"));
    Map<?, ?> counts = (Map<?, ?>) report.get("counts");
    answer.put("counts", counts);
    List<Map<String, Object>> findings = new ArrayList<>();
    ((List<?>) report.get("findings"))
        .forEach(each -> findings.add(finding((Map<?, ?>) each, now)));
    answer.put("findings", findings);
    slice.close(answer, (Integer) counts.get("total"));
    return answer;
  }

  private DriftReport report(Caller caller, Arguments arguments) throws ToolFailure {
    String set = arguments.text("set");
    Map<String, String> given = new LinkedHashMap<>();
    given.put("set", set);
    for (String name : List.of("application", "service", "severity")) {
      arguments.optional(name).ifPresent(value -> given.put(name, value));
    }
    given.put("kinds", String.join(",", arguments.texts("kinds")));
    try {
      DriftPages.Asked asked =
          drift.ask(
              new Question(
                  caller.viewer(), new Place.Api(), Parameters.of(block, given), Face.EXPORT),
              Severity.INFO);
      if (asked instanceof DriftPages.Asked.Away away) {
        throw sets.away(caller, set, away.why());
      }
      if (asked instanceof DriftPages.Asked.Unknown unknown) {
        throw ToolFailure.of(block.unknown(Untrusted.line(unknown.name(), 100)));
      }
      return ((DriftPages.Asked.Report) asked).report();
    } catch (BadParameter e) {
      throw ToolFailure.of(messages.badParameter(e));
    }
  }

  private static Predicate<Finding> older(Arguments arguments, Instant now) {
    int minutes = arguments.number("olderThanMinutes", -1);
    return finding ->
        minutes < 0
            || finding
                .since()
                .map(Since::moment)
                .filter(since -> age(since, now) > minutes)
                .isPresent();
  }

  private static long age(Instant since, Instant now) {
    return Math.max(0, Duration.between(since, now).toMinutes());
  }

  private static Map<String, Object> finding(Map<?, ?> found, Instant now) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (String name :
        List.of("kind", "family", "severity", "node", "name", "environment", "since")) {
      json.put(name, found.get(name));
    }
    Object since = found.get("since");
    json.put("ageMinutes", since == null ? null : age(Instant.parse((String) since), now));
    json.put("text", Untrusted.quoted((String) found.get("text")));
    json.put(
        "evidence",
        ((List<?>) found.get("evidence"))
            .stream().map(each -> Untrusted.quoted((String) each)).toList());
    Object page = found.get("page");
    json.put("page", page == null ? null : Untrusted.quoted((String) page));
    json.put("address", found.get("address"));
    return json;
  }
}
