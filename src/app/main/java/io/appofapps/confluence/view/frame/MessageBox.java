package io.appofapps.confluence.view.frame;

import io.appofapps.confluence.set.DeploymentSet;
import io.appofapps.confluence.state.ConnectionState;
import io.appofapps.confluence.view.Templates;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Html;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The box that stands in the place of a block: what is the matter, and what to do. */
@Named
public class MessageBox {

  /** More keys than this are not read by anybody. */
  private static final int MOST_KEYS = 20;

  private final Templates templates;
  private final Texts texts;

  @Inject
  public MessageBox(Templates templates, Texts texts) {
    this.templates = templates;
    this.texts = texts;
  }

  /**
   * Two sentences for people, plain text.
   *
   * @param message what is the matter
   * @param action what to do
   */
  public record Message(String message, String action) {}

  /** The box of a message, or one that fits into a line of text; on paper both sentences, plain. */
  public String html(Message message, boolean inline, Face face) {
    if (face == Face.EXPORT) {
      return exported(message, inline);
    }
    return templates
        .render(
            inline ? "message-inline" : "message",
            Map.of("message", message.message(), "action", message.action()))
        .strip();
  }

  private static String exported(Message message, boolean inline) {
    String words =
        "<strong>" + Html.escape(message.message()) + "</strong> " + Html.escape(message.action());
    return inline
        ? "<em>" + words.strip() + "</em>"
        : "<div class=\"aoa-box\"><p>" + words.strip() + "</p></div>";
  }

  /**
   * Why a block shows nothing.
   *
   * @throws IllegalArgumentException when it shows something
   */
  public Message of(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      return refused.message();
    }
    if (answer instanceof Answer.Away away) {
      return of(away.why());
    }
    throw new IllegalArgumentException("There is something to show");
  }

  /** Its status as an answer of REST. */
  public int status(Answer answer) {
    if (answer instanceof Answer.Refused refused) {
      return refused.status();
    }
    return answer instanceof Answer.Away away && away.why() instanceof TreePage.OtherSpace
        ? 403
        : 404;
  }

  /** The page is gone, or what stood on it. */
  public Message gone() {
    return message("aoa.message.gone");
  }

  /**
   * Why there is no tree.
   *
   * @throws IllegalArgumentException when there is one
   */
  public Message of(TreePage page) {
    if (page instanceof TreePage.UnknownSet unknown) {
      return unknownSet(unknown);
    }
    if (page instanceof TreePage.UnknownSnapshot unknown) {
      return new Message(
          texts.get("aoa.message.unknown-snapshot", unknown.key()),
          texts.get("aoa.message.unknown-snapshot.action"));
    }
    if (page instanceof TreePage.NothingKnown nothing) {
      return nothingKnown(nothing.connection());
    }
    if (page instanceof TreePage.NoPermission) {
      return noPermission();
    }
    if (page instanceof TreePage.OtherSpace) {
      return message("aoa.message.other-space");
    }
    if (page instanceof TreePage.RootAway away) {
      return rootAway(away.set());
    }
    if (page instanceof TreePage.NoConnection) {
      return message("aoa.message.no-connection");
    }
    throw new IllegalArgumentException("There is a tree to show");
  }

  private Message rootAway(DeploymentSet set) {
    return new Message(
        texts.get(
            "aoa.message.root-away",
            set.title(),
            set.root().key().namespace() + "/" + set.root().key().name(),
            set.root().key().connection()),
        texts.get("aoa.message.root-away.action"));
  }

  private Message unknownSet(TreePage.UnknownSet page) {
    List<String> known = page.known();
    String action =
        known.isEmpty()
            ? texts.get("aoa.message.unknown-set.none")
            : texts.get(
                "aoa.message.unknown-set.action",
                String.join(", ", known.subList(0, Math.min(MOST_KEYS, known.size())))
                    + (known.size() > MOST_KEYS ? ", …" : ""));
    return new Message(texts.get("aoa.message.unknown-set", page.key()), action);
  }

  private Message nothingKnown(ConnectionState connection) {
    String phase = texts.get("aoa.phase." + connection.phase().name().toLowerCase(Locale.ROOT));
    return new Message(
        texts.get("aoa.message.nothing-known", connection.connection(), phase),
        connection.reason().isEmpty()
            ? texts.get("aoa.message.nothing-known.action")
            : connection.reason());
  }

  /** The person is not signed in or has no licence. */
  public Message noPermission() {
    return message("aoa.message.no-permission");
  }

  /** A parameter cannot be used. */
  public Message badParameter(BadParameter bad) {
    if (bad.parameter().equals("set") && bad.value().isEmpty()) {
      return message("aoa.message.no-set");
    }
    return new Message(
        texts.get("aoa.message.bad-parameter", bad.parameter(), bad.value()),
        texts.get("aoa.message.bad-parameter.action", bad.allowed()));
  }

  /** Something else went wrong; the log says what, under the same id. */
  public Message unexpected(String id) {
    return new Message(
        texts.get("aoa.message.unexpected", id), texts.get("aoa.message.unexpected.action"));
  }

  private Message message(String key) {
    return new Message(texts.get(key), texts.get(key + ".action"));
  }
}
