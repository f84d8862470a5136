package io.appofapps.confluence.view;

import io.appofapps.confluence.application.Application;
import io.appofapps.confluence.application.Apps;
import io.appofapps.confluence.capture.Captures;
import io.appofapps.confluence.cluster.TestConfiguration;
import io.appofapps.confluence.set.ArgoCdLinks;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewers;
import io.appofapps.confluence.state.Change;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.ResourceKind;
import io.appofapps.confluence.state.Scope;
import io.appofapps.confluence.state.StateStore;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.BlockDrawings;
import io.appofapps.confluence.view.frame.Frame;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.frame.Shared;
import io.appofapps.confluence.view.frame.Stamps;
import io.appofapps.confluence.view.tree.TreeBlock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A state with some Applications, and all that draws it, with real templates and texts. */
public final class Scene {

  public static final Reader READER = new Reader(Locale.ENGLISH, ZoneId.of("Europe/Berlin"));
  public static final Instant AS_OF = Instant.parse("2026-11-23T11:04:31Z");

  public final StateStore store = new StateStore();
  public final TestConfiguration configuration = new TestConfiguration();
  public final TestTemplates templates = new TestTemplates();
  public final TestTexts texts = new TestTexts();

  /** An empty database of their own is made when a test asks for a kept snapshot. */
  public final Captures captures = TestCaptures.lazy();

  public final TreePages pages;
  public final MessageBox messages = new MessageBox(templates, texts);
  public final Stamps stamps = new Stamps(templates, texts, key -> Optional.of("Ada L."));
  public final BlockDrawings drawings = new BlockDrawings();
  public final Frame frame =
      new Frame(templates, texts, stamps, messages, drawings, () -> "/confluence");
  public final Shared shared = new Shared(templates, texts);
  public final TreeBlock tree;

  public Scene() {
    PreparedState states = new PreparedState(store, configuration);
    pages =
        new TreePages(
            states,
            sight(TestViewers.licensed()),
            new ArgoCdLinks(configuration),
            configuration,
            captures);
    tree = new TreeBlock(pages, templates, texts);
  }

  /** Who sees what, for such a person. */
  public Sight sight(Viewers viewers) {
    return new Sight(viewers, configuration);
  }

  /** A live connection with these Applications. */
  public static Scene of(Apps... apps) {
    Scene scene = new Scene();
    scene.store.configure(List.of("default"));
    scene.replace(apps);
    scene.phase(ConnectionState.Phase.LIVE, "");
    return scene;
  }

  public void replace(Apps... apps) {
    List<Application> built = Arrays.stream(apps).map(Apps::build).toList();
    store.replace(ResourceKind.APPLICATION, Scope.all("default"), built);
  }

  public void change(Apps app) {
    store.apply(List.<Change<?>>of(new Change.Upsert<>(ResourceKind.APPLICATION, app.build())));
  }

  public void phase(ConnectionState.Phase phase, String reason) {
    store.connection("default", phase, reason, Optional.of(AS_OF));
  }

  public TreePage.Ready open(String set) {
    return (TreePage.Ready)
        pages.open(TestViewers.licensed().current().orElseThrow(), new Place.Api(), set);
  }

  /** The block of set root on no page: names and values of parameters in turn. */
  public String page(String... parameters) {
    return html(Face.PAGE, parameters);
  }

  public String export(String... parameters) {
    return html(Face.EXPORT, parameters);
  }

  private String html(Face face, String... parameters) {
    try {
      return frame.html(tree, question(tree, face, parameters), "", true);
    } catch (BadParameter e) {
      throw new AssertionError(e);
    }
  }

  /** Somebody who sees every page asks for set root: names and values of parameters in turn. */
  public static Question question(Block block, Face face, String... namesAndValues) {
    Map<String, String> given = new java.util.HashMap<>(Map.of("set", "root"));
    for (int i = 0; i < namesAndValues.length; i += 2) {
      given.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Question(
        TestViewers.licensed().current().orElseThrow(),
        new Place.Api(),
        Parameters.of(block, given),
        face);
  }
}
