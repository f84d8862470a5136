package io.appofapps.democluster;

import java.util.List;
import java.util.Map;

/** The conventions by which real repositories say who owns a service. */
enum MetadataStyle {
  NONE,
  APP_OF_APPS,
  /** Documents are pages of Confluence, and nobody has said who owns the service. */
  PAGES,
  A8R,
  BACKSTAGE,
  LINKS,
  INFO,
  BARE,
  LABELS,
  EMPTY;

  Map<String, String> annotations(String service, String team) {
    return switch (this) {
      case APP_OF_APPS ->
          Map.of(
              "appofapps.io/owner",
              "Team " + capital(team),
              "appofapps.io/team",
              team,
              "appofapps.io/on-call",
              "#" + service + "-oncall|https://chat.example.com/channels/" + service + "-oncall",
              "appofapps.io/runbook",
              "DEMO:" + capital(service) + " runbook",
              "appofapps.io/release-notes",
              "Release notes|https://git.example.com/" + team + "/" + service + "/releases",
              "appofapps.io/repository",
              "https://git.example.com/" + team + "/" + service);
      case PAGES ->
          Map.of(
              "appofapps.io/owner",
              "",
              "appofapps.io/on-call-group",
              "viewers",
              "appofapps.io/runbook",
              "DEMO:" + capital(service) + " runbook");
      case A8R ->
          Map.of(
              "a8r.io/owner", "@" + team,
              "a8r.io/chat", "#" + team,
              "a8r.io/runbook", "https://runbooks.example.com/" + service,
              "a8r.io/repository", "https://git.example.com/" + team + "/" + service);
      case BACKSTAGE ->
          Map.of(
              "backstage.io/kubernetes-id",
              service,
              "backstage.io/techdocs-ref",
              "url:https://docs.example.com/" + service);
      case LINKS ->
          Map.of(
              "link.argocd.argoproj.io/runbook", "Runbook|https://runbooks.example.com/" + service,
              "link.argocd.argoproj.io/dashboard", "https://grafana.example.com/d/" + service);
      case BARE -> Map.of("owner", team + "@example.com", "slack", "#" + team);
      case EMPTY -> Map.of("a8r.io/owner", "", "a8r.io/runbook", "", "owner", "");
      case NONE, INFO, LABELS -> Map.of();
    };
  }

  Map<String, String> labels(String team) {
    return switch (this) {
      case LABELS -> Map.of("team", team, "app.kubernetes.io/part-of", "shop");
      case BACKSTAGE -> Map.of("squad", team);
      default -> Map.of();
    };
  }

  List<Map<String, String>> info(String service, String team) {
    return this == INFO
        ? List.of(
            Map.of("name", "Owner", "value", "team-" + team),
            Map.of("name", "Runbook", "value", "https://runbooks.example.com/" + service))
        : List.of();
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
