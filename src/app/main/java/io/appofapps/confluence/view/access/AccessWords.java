package io.appofapps.confluence.view.access;

import io.appofapps.confluence.identity.Decision;
import io.appofapps.confluence.identity.Identity;
import io.appofapps.confluence.identity.PolicyLine;
import io.appofapps.confluence.identity.Reason;
import io.appofapps.confluence.identity.Route;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells why somebody may do something or not, naming the line of policy that decides. */
@Named
public class AccessWords {

  private final Texts texts;

  @Inject
  public AccessWords(Texts texts) {
    this.texts = texts;
  }

  /**
   * Sentences, plain text.
   *
   * @param decision empty where the policy that decides is not known
   */
  public String because(Optional<Decision> decision) {
    List<String> sentences = new ArrayList<>();
    if (decision.isEmpty()) {
      sentences.add(texts.get("aoa.access.unknown-policy"));
    } else {
      say(decision.get().reason(), sentences);
      decision
          .get()
          .badProjectLine()
          .ifPresent(line -> sentences.add(texts.get("aoa.access.bad-project", line)));
    }
    return String.join(" ", sentences);
  }

  private void say(Reason reason, List<String> sentences) {
    if (reason instanceof Reason.Granted granted) {
      sentences.add(line("granted", granted.route().line()));
      sentences.add(way(granted.route()));
    } else if (reason instanceof Reason.Denied denied) {
      sentences.add(line("denied", denied.route().line()));
      sentences.add(way(denied.route()));
      denied
          .overruled()
          .ifPresent(
              other -> sentences.add(texts.get("aoa.access.overrules", other.line().text())));
    } else if (reason instanceof Reason.Unreadable unreadable) {
      Route route = unreadable.route();
      sentences.add(texts.get("aoa.access.unreadable", route.line().text()));
      sentences.add(way(route));
    } else if (reason instanceof Reason.Nothing nothing) {
      sentences.add(texts.get("aoa.access.nothing"));
      sentences.add(
          nothing.groups().isEmpty()
              ? texts.get("aoa.access.nothing.no-groups")
              : texts.get("aoa.access.nothing.groups", String.join(", ", nothing.groups())));
    } else if (reason instanceof Reason.OtherProject other) {
      sentences.add(texts.get("aoa.access.other-project", other.subject()));
    } else if (reason instanceof Reason.NotLoaded bad) {
      sentences.add(texts.get("aoa.access.not-loaded", bad.line()));
    }
  }

  private String line(String effect, PolicyLine line) {
    return switch (line.place()) {
      case BUILT_IN -> texts.get("aoa.access." + effect + ".built-in", line.text());
      case CONFIG_MAP -> texts.get("aoa.access." + effect + ".config-map", line.text());
      case PROJECT -> texts.get("aoa.access." + effect + ".project", line.text(), line.role());
    };
  }

  private String way(Route route) {
    String name = route.identity().name();
    Identity.Kind kind = route.identity().kind();
    String key =
        switch (kind) {
          case DEFAULT_ROLE -> "aoa.access.way.default-role";
          case SUBJECT -> "aoa.access.way.subject";
          case GROUP -> "aoa.access.way.group";
        };
    return route.roles().isEmpty()
        ? texts.get(key, name)
        : texts.get(key + ".roles", name, String.join(" → ", route.roles()));
  }
}
