package io.appofapps.confluence.view;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ConnectionState;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class DrawingTest {

  private static final TreeParameters ALL = Scene.parameters("show", "all");

  private final Scene scene =
      Scene.of(app("root").lists("a", "b"), app("a").trackedBy("root"), app("b").trackedBy("root"));

  private DrawnTree draw() {
    return scene.renderer.draw(scene.open("root"), ALL, Form.TREE, Scene.READER);
  }

  @Test
  void theSameStateIsDrawnOnce() {
    DrawnTree first = draw();
    int rendered = scene.templates.rendered();
    assertThat(draw().html()).isSameAs(first.html());
    assertThat(scene.templates.rendered()).isEqualTo(rendered);
  }

  @Test
  void onlyRowsThatDifferAreDrawnAgainAndSent() {
    long before = draw().revision();
    int rendered = scene.templates.rendered();
    scene.change(app("b").trackedBy("root").health(HealthStatus.SUSPENDED));
    DrawnTree after = draw();
    // the row itself and the root, which names it as the culprit
    assertThat(scene.templates.rendered() - rendered).isEqualTo(2);
    assertThat(after.changedSince(before).keySet())
        .containsExactly("Application/default/argocd/root", "Application/default/argocd/b");
    assertThat(after.orderChangedSince(before)).isFalse();
  }

  @Test
  void aRowThatComesChangesTheOrder() {
    long before = draw().revision();
    scene.replace(
        app("root").lists("a", "b", "c"),
        app("a").trackedBy("root"),
        app("b").trackedBy("root"),
        app("c").trackedBy("root"));
    DrawnTree after = draw();
    assertThat(after.orderChangedSince(before)).isTrue();
    assertThat(after.changedSince(before)).containsKey("Application/default/argocd/c");
    assertThat(after.changedSince(after.revision())).isEmpty();
  }

  @Test
  void aConnectionThatGoesAwayChangesNoRow() {
    DrawnTree before = draw();
    scene.phase(ConnectionState.Phase.STALE, "refused");
    DrawnTree after = draw();
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(after.changedSince(before.revision())).isEmpty();
  }

  @Test
  void drawingsAreBounded() {
    Drawings drawings = new Drawings(3, 1_000_000);
    TreeRenderer renderer = new TreeRenderer(scene.templates, scene.texts, drawings);
    for (String zone : new String[] {"UTC", "Asia/Tokyo", "Europe/Rome", "Europe/Oslo"}) {
      Reader reader = new Reader(Locale.ENGLISH, ZoneId.of(zone));
      renderer.draw(scene.open("root"), ALL, Form.TREE, reader);
    }
    assertThat(drawings.size()).isEqualTo(3);
  }

  @Test
  void aHeavyDrawingPushesOutOlderOnes() {
    Drawings drawings = new Drawings(10, 1);
    TreeRenderer renderer = new TreeRenderer(scene.templates, scene.texts, drawings);
    renderer.draw(scene.open("root"), ALL, Form.TREE, Scene.READER);
    renderer.draw(scene.open("root"), ALL, Form.TABLE, Scene.READER);
    assertThat(drawings.size()).isEqualTo(1);
  }

  @Test
  void twoThousandApplicationsAreServedFromMemoryAfterTheFirstTime() {
    Apps[] apps = new Apps[2_000];
    String[] names = new String[apps.length - 1];
    for (int i = 1; i < apps.length; i++) {
      names[i - 1] = "app-" + i;
      apps[i] = app("app-" + i).trackedBy("root");
    }
    apps[0] = app("root").lists(names);
    scene.replace(apps);
    scene.page();
    int rendered = scene.templates.rendered();
    scene.page();
    // the frame and its three parts, no row
    assertThat(scene.templates.rendered() - rendered).isEqualTo(4);
  }
}
