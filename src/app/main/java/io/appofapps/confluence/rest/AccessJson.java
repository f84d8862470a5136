package io.appofapps.confluence.rest;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.identity.Action;
import io.appofapps.confluence.identity.Decision;
import io.appofapps.confluence.identity.PolicyLine;
import io.appofapps.confluence.identity.Reason;
import io.appofapps.confluence.identity.Route;
import io.appofapps.confluence.sight.Actors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Decisions as JSON. */
final class AccessJson {

  private AccessJson() {}

  /**
   * {@code "reason": "granted" | "denied" | "unreadable" | "nothing" | "other-project" |
   * "not-loaded" | "unknown-policy"}, and where it is a line: {@code "line", "place": "built-in" |
   * "config-map" | "project", "role"} (of a project), {@code "identity": {"kind": "default-role" |
   * "subject" | "group", "name"}, "roles"} and {@code "overrules"}; {@code "groups"} that the
   * policy knows, where nothing grants; {@code "badProjectLine"}.
   */
  static Map<String, Object> reason(Optional<Decision> decision) {
    Map<String, Object> json = new LinkedHashMap<>();
    if (decision.isEmpty()) {
      json.put("reason", "unknown-policy");
      return json;
    }
    Reason reason = decision.get().reason();
    if (reason instanceof Reason.Granted granted) {
      json.put("reason", "granted");
      put(json, granted.route());
    } else if (reason instanceof Reason.Denied denied) {
      json.put("reason", "denied");
      put(json, denied.route());
      denied.overruled().ifPresent(other -> json.put("overrules", other.line().text()));
    } else if (reason instanceof Reason.Unreadable unreadable) {
      json.put("reason", "unreadable");
      put(json, unreadable.route());
    } else if (reason instanceof Reason.Nothing nothing) {
      json.put("reason", "nothing");
      json.put("groups", nothing.groups());
    } else if (reason instanceof Reason.OtherProject) {
      json.put("reason", "other-project");
    } else if (reason instanceof Reason.NotLoaded bad) {
      json.put("reason", "not-loaded");
      json.put("line", bad.line());
    }
    decision.get().badProjectLine().ifPresent(line -> json.put("badProjectLine", line));
    return json;
  }

  private static void put(Map<String, Object> json, Route route) {
    PolicyLine line = route.line();
    json.put("line", line.text());
    json.put("place", word(line.place()));
    if (line.place() == PolicyLine.Place.PROJECT) {
      json.put("role", line.role());
    }
    json.put(
        "identity", Map.of("kind", word(route.identity().kind()), "name", route.identity().name()));
    json.put("roles", route.roles());
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * {@code {"application", "project", "known": whether the policy is, "badLine", "badProjectLine",
   * "actions": […], "defaultRole", "everybody": {action: line}, "holders": [{"name", "allowed":
   * {action: line}}], "powerless": how many more have roles that allow nothing of this}}. A holder
   * is a group, or a name with a {@code g} line of its own; what everybody may is left out of
   * theirs.
   */
  static Map<String, Object> groups(Actors actors, Application application) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("application", application.key().toString());
    json.put("project", application.project().isEmpty() ? "default" : application.project());
    json.put("known", actors.knows(application));
    json.put("actions", Action.OF_APPLICATIONS);
    json.put("defaultRole", actors.defaultRole(application).orElse(null));
    Optional<Decision> everybody = actors.decide(Set.of(), application, "get");
    json.put(
        "badLine",
        everybody
            .map(Decision::reason)
            .map(reason -> reason instanceof Reason.NotLoaded bad ? bad.line() : null)
            .orElse(null));
    json.put("badProjectLine", everybody.flatMap(Decision::badProjectLine).orElse(null));
    Map<String, String> ofAll = allowed(actors, Set.of(), application);
    json.put("everybody", ofAll);
    List<Map<String, Object>> holders = new ArrayList<>();
    int powerless = 0;
    for (String name : actors.holders(application)) {
      Map<String, String> allowed = allowed(actors, Set.of(name), application);
      allowed.keySet().removeAll(ofAll.keySet());
      if (allowed.isEmpty()) {
        powerless++;
      } else {
        holders.add(Map.of("name", name, "allowed", allowed));
      }
    }
    json.put("holders", holders);
    json.put("powerless", powerless);
    return json;
  }

  private static Map<String, String> allowed(
      Actors actors, Set<String> groups, Application application) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (String action : Action.OF_APPLICATIONS) {
      actors
          .decide(groups, application, action)
          .map(Decision::reason)
          .ifPresent(
              reason -> {
                if (reason instanceof Reason.Granted granted) {
                  lines.put(action, granted.route().line().text());
                }
              });
    }
    return lines;
  }
}
