package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.sight.Look;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.view.TreePage;
import java.util.Optional;
import java.util.function.Supplier;

/** What a block says to a question. */
public sealed interface Answer {

  /**
   * There is something to show.
   *
   * @param snapshot the state it stands for
   * @param audience those who see the same; drawings are shared among them
   * @param connection key of the connection whose stamp it bears; empty for what is this server's
   *     own
   * @param pulse how Argo CD's own stamps of the Applications shown advance
   * @param scope what else tells viewers apart; drawings are shared only within equal ones
   * @param facts all that the content is made of besides question and configuration of texts; as
   *     long as it is equal nothing is drawn anew
   * @param content makes the content; called only when it has to be drawn
   */
  record Shown(
      Snapshot snapshot,
      Look.Audience audience,
      String connection,
      Pulse pulse,
      Object scope,
      Object facts,
      Supplier<Content> content)
      implements Answer {

    /** How the connection stands; empty when nobody knows it any more. */
    public Optional<ConnectionState> connectionState() {
      return Optional.ofNullable(snapshot.connections().get(connection));
    }

    /** The same, shared only among viewers for whom that is equal. */
    public Shown within(Object narrower) {
      return new Shown(snapshot, audience, connection, pulse, narrower, facts, content);
    }
  }

  /** There is no tree to show anything of. */
  record Away(TreePage why) implements Answer {}

  /**
   * There is something else to say.
   *
   * @param status of HTTP
   * @param message for people
   */
  record Refused(int status, MessageBox.Message message) implements Answer {}

  /** What was made of a tree that is there. */
  static Shown of(TreePage.Ready page, Object facts, Supplier<Content> content) {
    return new Shown(
        page.snapshot(),
        page.tree().audience(),
        page.set().root().key().connection(),
        page.view().pulse(),
        "",
        facts,
        content);
  }
}
