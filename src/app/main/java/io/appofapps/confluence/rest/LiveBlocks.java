package io.appofapps.confluence.rest;

import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.BlockChange;
import io.appofapps.confluence.view.frame.Blocks;
import io.appofapps.confluence.view.frame.Frame;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.frame.Stamps;
import io.appofapps.confluence.view.frame.Token;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is to be changed of one block on a page; what goes wrong with one harms no other. */
@Named
public class LiveBlocks {

  private static final Logger LOG = LoggerFactory.getLogger(LiveBlocks.class);

  private final Blocks blocks;
  private final Frame frame;
  private final Stamps stamps;
  private final MessageBox messages;

  @Inject
  public LiveBlocks(Blocks blocks, Frame frame, Stamps stamps, MessageBox messages) {
    this.blocks = blocks;
    this.frame = frame;
    this.stamps = stamps;
    this.messages = messages;
  }

  /**
   * One block of a page as the script asks for it, untrusted.
   *
   * @param id the script's own name for it
   * @param block name of the macro
   * @param parameters as a query string
   * @param revision token of what the page shows
   */
  record Asked(String id, String block, String parameters, String revision) {}

  /**
   * The change as JSON; empty when there is none.
   *
   * @param place empty when the page is gone
   * @param asOf gets the moment of the block's connection
   */
  Optional<Map<String, Object>> change(
      Viewer viewer, Optional<Place> place, Asked asked, Map<String, String> asOf) {
    Optional<Block> block = blocks.find(asked.block());
    if (block.isEmpty() || place.isEmpty()) {
      return error(asked, 404, messages.gone());
    }
    try {
      Parameters parameters = Parameters.of(block.get(), Queries.parse(asked.parameters()));
      Question question = new Question(viewer, place.get(), parameters, Face.PAGE);
      Answer answer = block.get().answer(question);
      if (!(answer instanceof Answer.Shown shown)) {
        return error(asked, messages.status(answer), messages.of(answer));
      }
      String moment = stamps.asOf(shown);
      if (!moment.isEmpty()) {
        asOf.put(shown.connection(), moment);
      }
      Token known = Token.parse(asked.revision());
      return frame.isUpToDate(shown, known)
          ? Optional.empty()
          : Optional.of(json(asked.id(), frame.changeSince(block.get(), question, shown, known)));
    } catch (BadParameter e) {
      return error(asked, 400, messages.badParameter(e));
    } catch (RuntimeException e) {
      String id = UUID.randomUUID().toString().substring(0, 8);
      LOG.error("A live {} failed [{}]", block.get().name(), id, e);
      return error(asked, 500, messages.unexpected(id));
    }
  }

  private static Map<String, Object> json(String id, BlockChange change) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", id);
    json.put("revision", change.revision());
    json.put("title", change.title());
    json.put("summaryHtml", change.summaryHtml());
    json.put("noticesHtml", change.noticesHtml());
    json.put("stampHtml", change.stampHtml());
    json.put("footerHtml", change.footerHtml());
    change.bodyHtml().ifPresent(html -> json.put("bodyHtml", html));
    change.order().ifPresent(order -> json.put("order", order));
    json.put("rows", change.rows());
    return json;
  }

  private static Optional<Map<String, Object>> error(
      Asked asked, int status, MessageBox.Message message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("status", status);
    error.put("message", message.message());
    error.put("action", message.action());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", asked.id());
    json.put("error", error);
    return Optional.of(json);
  }
}
