package io.appofapps.confluence.view.tree;

import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.tree.NodeFlag;
import io.appofapps.confluence.view.Moments;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.body.Pieces;
import io.appofapps.confluence.view.body.StatusLook;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Draws one row of a tree. */
final class RowHtml {

  private final Templates templates;
  private final Texts texts;

  RowHtml(Templates templates, Texts texts) {
    this.templates = templates;
    this.texts = texts;
  }

  String of(ShownRow shown, Moments moments) {
    Map<String, Object> context = new HashMap<>();
    putPlace(context, shown);
    putFacts(context, shown.row());
    putHealth(context, shown.row(), moments);
    return templates.render("tree-row", context).strip();
  }

  private static void putPlace(Map<String, Object> context, ShownRow shown) {
    ViewRow row = shown.row();
    context.put("row", row.id());
    context.put("level", row.depth() + 1);
    context.put("position", shown.position());
    context.put("siblings", shown.siblings());
    context.put("expandable", shown.expandable());
    context.put("open", shown.open());
    context.put("folded", shown.folded());
    context.put("guidesHtml", guides(shown.guides()));
  }

  private static String guides(List<Boolean> goesOn) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < goesOn.size(); i++) {
      boolean own = i == goesOn.size() - 1;
      String end = goesOn.get(i) ? "" : own ? " aoa-g-l" : " aoa-g-x";
      html.append("<i class=\"aoa-g").append(own ? " aoa-g-e" : "").append(end).append("\"></i>");
    }
    return html.toString();
  }

  private void putFacts(Map<String, Object> context, ViewRow row) {
    RowNotes notes = RowNotes.of(row, texts);
    context.put("name", row.name());
    context.put("namespace", row.namespace());
    context.put("link", row.link().orElse(""));
    context.put("linkTitle", row.link().isPresent() ? texts.get("aoa.row.open-in-argocd") : "");
    context.put("notes", String.join(" · ", notes.calm()));
    context.put("warnings", String.join(" · ", notes.warnings()));
    context.put(
        "ghost", row.flags().contains(NodeFlag.MISSING) || row.flags().contains(NodeFlag.REMOTE));
    context.put("environment", row.environment());
    context.put("environmentTone", Pieces.environmentTone(row.environment()));
    context.put("revision", row.revision().isEmpty() ? "–" : row.revision());
    context.put("hasSync", row.sync().isPresent());
    row.sync().map(StatusLook::of).ifPresent(look -> putLook(context, "sync", look));
  }

  private static void putLook(Map<String, Object> context, String name, StatusLook look) {
    context.put(name, look.word());
    context.put(name + "Icon", look.icon());
    context.put(name + "Glyph", look.glyph());
    context.put(name + "Tone", look.tone());
  }

  private void putHealth(Map<String, Object> context, ViewRow row, Moments moments) {
    putLook(context, "health", StatusLook.of(row.health()));
    boolean quiet = row.health() == HealthStatus.HEALTHY;
    context.put("showHealth", row.below().isEmpty() || !quiet);
    context.put("since", quiet ? "" : row.since().map(Instant::toString).orElse(""));
    context.put(
        "sinceText",
        row.since().map(at -> texts.get("aoa.row.since", moments.full(at))).orElse(""));
    context.put("hasBelow", row.below().isPresent());
    row.below()
        .ifPresent(
            below -> {
              String key = "aoa.row.below." + below.health().word().toLowerCase(Locale.ROOT);
              context.put("below", texts.get(key, below.count()));
              context.put("belowTone", StatusLook.of(below.health()).tone());
              context.put("culprit", below.culprit());
              context.put("culpritRow", below.row());
              context.put("culpritPath", String.join(" › ", below.path()));
            });
  }
}
