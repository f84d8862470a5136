package io.appofapps.confluence.admin;

import com.atlassian.plugin.spring.scanner.annotation.imports.ComponentImport;
import com.atlassian.sal.api.ApplicationProperties;
import io.appofapps.confluence.confluence.Viewers;
import io.appofapps.confluence.diagnostics.ApiCompatibility;
import io.appofapps.confluence.diagnostics.CompatibilityReport;
import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.set.DeploymentSets;
import io.appofapps.confluence.set.Forests;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.state.StateReader;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Reader;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The page that says how connections, sets and this Confluence stand. Reads, never changes. */
@Named
public class StatusPage {

  private static final String SETTINGS_FILE = "app-of-apps.properties";

  private static final List<String> LABELS =
      List.of(
          "title",
          "connections",
          "no-connections",
          "connection",
          "phase",
          "reason",
          "since",
          "as-of",
          "sets",
          "no-sets",
          "set",
          "applications",
          "health",
          "key",
          "settings",
          "settings-hint",
          "compatibility");

  /** An administrator without a licence has no settings of their own. */
  private static final Reader NOBODY = new Reader(Locale.ENGLISH, ZoneOffset.UTC);

  private final StateReader states;
  private final ApiCompatibility compatibility;
  private final Templates templates;
  private final Texts texts;
  private final Viewers viewers;
  private final ApplicationProperties application;

  @Inject
  public StatusPage(
      StateReader states,
      ApiCompatibility compatibility,
      Templates templates,
      Texts texts,
      Viewers viewers,
      @ComponentImport ApplicationProperties application) {
    this.states = states;
    this.compatibility = compatibility;
    this.templates = templates;
    this.texts = texts;
    this.viewers = viewers;
    this.application = application;
  }

  /** The whole page, to be decorated by the administration console. */
  public String html() {
    Moments moments = new Moments(viewers.current().orElse(NOBODY));
    Snapshot snapshot = states.current();
    CompatibilityReport report = compatibility.check();
    Map<String, Object> context = new HashMap<>();
    Map<String, String> labels = new HashMap<>();
    LABELS.forEach(label -> labels.put(label.replace("-", ""), texts.get("aoa.admin." + label)));
    context.put("label", labels);
    context.put(
        "connections",
        snapshot.connections().values().stream().map(state -> connection(state, moments)).toList());
    context.put(
        "sets", DeploymentSets.of(snapshot).stream().map(set -> set(set, snapshot)).toList());
    context.put("settingsFile", settingsFile());
    context.put(
        "compatibility",
        report.compatible()
            ? texts.get("aoa.admin.compatible", report.checked(), report.confluenceVersion())
            : texts.get("aoa.admin.incompatible", report.missing().size()));
    context.put(
        "missing", report.missing().stream().map(m -> m.use() + " – " + m.reason()).toList());
    return templates.render("admin-status", context);
  }

  private Map<String, Object> connection(ConnectionState state, Moments moments) {
    return Map.of(
        "key", state.connection(),
        "phase", texts.get("aoa.phase." + state.phase().name().toLowerCase(Locale.ROOT)),
        "reason", state.reason(),
        "since", moments.full(state.since()),
        "asOf", state.asOf().map(moments::full).orElse("–"));
  }

  private static Map<String, Object> set(DeploymentSet set, Snapshot snapshot) {
    String health =
        Forests.of(snapshot)
            .node(set.root())
            .map(node -> node.rolledUp().worst().word())
            .orElse("–");
    return Map.of(
        "key", set.key(),
        "title", set.title(),
        "connection", set.root().key().connection(),
        "applications", set.applications(),
        "health", health);
  }

  private String settingsFile() {
    return application
        .getSharedHomeDirectory()
        .or(application::getLocalHomeDirectory)
        .map(home -> home.resolve(SETTINGS_FILE).toString())
        .orElse(SETTINGS_FILE);
  }
}
