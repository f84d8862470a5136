package io.appofapps.confluence.rest;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.ApplicationKey;
import io.appofapps.confluence.identity.Action;
import io.appofapps.confluence.identity.Decision;
import io.appofapps.confluence.sight.Account;
import io.appofapps.confluence.sight.Accounts;
import io.appofapps.confluence.sight.Actors;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.access.AccessWords;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.core.Response;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers about who may do what. Whoever asks here has made sure that the caller may know. */
@Named
public class AccessAnswers {

  private static final int LONGEST = 500;
  private static final int MOST = 20;

  private final StateReader states;
  private final Accounts accounts;
  private final AccessWords words;
  private final Texts texts;

  @Inject
  public AccessAnswers(StateReader states, Accounts accounts, AccessWords words, Texts texts) {
    this.states = states;
    this.accounts = accounts;
    this.words = words;
    this.texts = texts;
  }

  /** Finds what people may ask about. */
  interface Range extends Function<Snapshot, Collection<Application>> {}

  /**
   * 200 with {@code {"allowed", "because", "user", "action", "application"}} and {@link
   * AccessJson#reason}; 400, 404, 409 with an error.
   *
   * @param action as asked, null when it was not
   * @param application its key, {@code namespace/name} or name, null when none was asked for
   * @param range the Applications that can be meant
   */
  Response decision(Account account, String action, String application, Range range) {
    String asked = text(action);
    if (!Action.exists(asked)) {
      return Problem.of(
          400,
          texts.get("aoa.access.bad-action", asked),
          texts.get("aoa.access.bad-action.action", String.join(", ", Action.OF_APPLICATIONS)));
    }
    Snapshot snapshot = states.current();
    return named(
        application,
        range.apply(snapshot),
        found -> {
          Optional<Decision> decision = Actors.of(snapshot).decide(account.groups(), found, asked);
          Map<String, Object> json = new LinkedHashMap<>();
          json.put("allowed", decision.filter(Decision::allowed).isPresent());
          json.put("because", words.because(decision));
          json.put("user", account.name());
          json.put("action", asked);
          json.put("application", found.key().toString());
          json.putAll(AccessJson.reason(decision));
          return Json.ok(json);
        });
  }

  /** The same of anybody, and of all Applications. */
  Response ofAnybody(String user, String action, String application) {
    return accounts
        .find(text(user))
        .map(
            account ->
                decision(
                    account, action, application, snapshot -> snapshot.applications().values()))
        .orElseGet(
            () ->
                Problem.of(
                    404,
                    texts.get("aoa.access.unknown-user", text(user)),
                    texts.get("aoa.access.unknown-user.action")));
  }

  /** 200 with {@link AccessJson#groups}; 404, 409 with an error. */
  Response groups(String application) {
    Snapshot snapshot = states.current();
    return named(
        application,
        snapshot.applications().values(),
        found -> Json.ok(AccessJson.groups(Actors.of(snapshot), found)));
  }

  /** The first keys that contain the text, whatever its case. */
  Response applications(String text) {
    String wanted = text(text).toLowerCase(Locale.ROOT);
    return Json.ok(
        Map.of(
            "applications",
            states.current().applications().keySet().stream()
                .filter(key -> key.toString().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted()
                .limit(MOST)
                .map(ApplicationKey::toString)
                .toList()));
  }

  private Response named(
      String application,
      Collection<Application> range,
      Function<Application, Response> whenFound) {
    String name = text(application);
    List<Application> found =
        range.stream().filter(each -> each.key().isCalled(name)).distinct().toList();
    if (found.size() == 1) {
      return whenFound.apply(found.get(0));
    }
    if (found.isEmpty()) {
      return Problem.of(
          404,
          texts.get("aoa.access.unknown-application", name),
          texts.get("aoa.access.unknown-application.action"));
    }
    String all =
        String.join(
            ", ",
            found.stream().map(Application::key).sorted().map(ApplicationKey::toString).toList());
    return Problem.of(
        409,
        texts.get("aoa.access.ambiguous", name),
        texts.get("aoa.access.ambiguous.action", all));
  }

  private static String text(String given) {
    String text = given == null ? "" : given.strip();
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }
}
