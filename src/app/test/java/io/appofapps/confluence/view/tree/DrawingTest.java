package io.appofapps.confluence.view.tree;

import static io.appofapps.confluence.application.Apps.app;
import static org.assertj.core.api.Assertions.assertThat;

import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.application.HealthStatus;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.view.Scene;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.DrawnBlock;
import io.appofapps.confluence.view.frame.Question;
import org.junit.jupiter.api.Test;

class DrawingTest {

  private final Scene scene =
      Scene.of(app("root").lists("a", "b"), app("a").trackedBy("root"), app("b").trackedBy("root"));

  private DrawnBlock draw() throws BadParameter {
    Question question = Scene.question(scene.tree, Face.PAGE, "show", "all");
    return scene.drawings.draw(scene.tree, question, (Answer.Shown) scene.tree.answer(question));
  }

  @Test
  void theSameStateIsDrawnOnce() throws BadParameter {
    DrawnBlock first = draw();
    int rendered = scene.templates.rendered();
    assertThat(draw().html()).isSameAs(first.html());
    assertThat(scene.templates.rendered()).isEqualTo(rendered);
  }

  @Test
  void onlyRowsThatDifferAreDrawnAgainAndSent() throws BadParameter {
    DrawnBlock first = draw();
    scene.change(app("b").trackedBy("root").health(HealthStatus.SUSPENDED));
    int rendered = scene.templates.rendered();
    DrawnBlock after = draw();
    // the row itself and the root, which names it as the culprit; summary and switch
    assertThat(scene.templates.rendered() - rendered).isEqualTo(2 + 2);
    assertThat(after.changedSince(first.revision()).keySet())
        .containsExactly("Application/default/argocd/root", "Application/default/argocd/b");
    assertThat(after.orderChangedSince(first.revision())).isFalse();
  }

  @Test
  void aRowThatComesChangesTheOrder() throws BadParameter {
    long before = draw().revision();
    scene.replace(
        app("root").lists("a", "b", "c"),
        app("a").trackedBy("root"),
        app("b").trackedBy("root"),
        app("c").trackedBy("root"));
    DrawnBlock after = draw();
    assertThat(after.orderChangedSince(before)).isTrue();
    assertThat(after.changedSince(before)).containsKey("Application/default/argocd/c");
    assertThat(after.changedSince(after.revision())).isEmpty();
  }

  @Test
  void aConnectionThatGoesAwayChangesNoRow() throws BadParameter {
    DrawnBlock before = draw();
    scene.phase(ConnectionState.Phase.STALE, "refused");
    DrawnBlock after = draw();
    assertThat(after.revision()).isGreaterThan(before.revision());
    assertThat(after.changedSince(before.revision())).isEmpty();
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
    assertThat(scene.templates.rendered()).isEqualTo(rendered);
  }
}
