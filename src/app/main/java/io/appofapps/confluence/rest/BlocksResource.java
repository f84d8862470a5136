package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.BlockDrawings;
import io.appofapps.confluence.view.frame.Blocks;
import io.appofapps.confluence.view.frame.Frame;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.frame.RowPage;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/** {@code /rest/aoa/1.0/blocks}: what macros show, as CSV and row by row. */
@Named
@Path("blocks")
@LicensedOnly
public class BlocksResource {

  private static final int MOST_ROWS = 1_000;

  private final Sight sight;
  private final Blocks blocks;
  private final BlockDrawings drawings;
  private final Frame frame;
  private final Places places;
  private final MessageBox messages;

  @Inject
  public BlocksResource(
      Sight sight,
      Blocks blocks,
      BlockDrawings drawings,
      Frame frame,
      Places places,
      MessageBox messages) {
    this.sight = sight;
    this.blocks = blocks;
    this.drawings = drawings;
    this.frame = frame;
    this.places = places;
    this.messages = messages;
  }

  /**
   * The table of a macro with these parameters, exactly as far as the caller may see it.
   *
   * <p>{@code page}: id of the page it stands on, whose right is checked; the other query
   * parameters are those of the macro.
   */
  @GET
  @Path("{block}/csv")
  @Produces({CsvAnswers.TYPE, MediaType.APPLICATION_JSON})
  public Response csv(@PathParam("block") String name, @Context UriInfo uri) {
    Map<String, String> given = Queries.of(uri);
    return answer(
        name,
        given,
        Face.EXPORT,
        (block, question, shown) ->
            drawings
                .draw(block, question, shown)
                .content()
                .table()
                .map(table -> CsvAnswers.of(table, name + "-" + given.getOrDefault("set", "")))
                .orElseGet(() -> error(404, messages.gone())));
  }

  /**
   * Rows of a macro as its page has them, for those a large block was sent without: {@code
   * {"revision", "total", "rows": [html], "footerHtml"}}.
   *
   * <p>{@code from}: index of the first row, from 0; {@code count}: how many, at most 1,000; the
   * other query parameters are as for CSV.
   */
  @GET
  @Path("{block}/rows")
  @Produces(MediaType.APPLICATION_JSON)
  public Response rows(@PathParam("block") String name, @Context UriInfo uri) {
    return Failures.guarded(
        () -> {
          Map<String, String> given = Queries.of(uri);
          QueryValues values = new QueryValues(given);
          int from = values.number("from", 0, Integer.MAX_VALUE).orElse(0L).intValue();
          int count = values.number("count", 0, MOST_ROWS).map(Long::intValue).orElse(MOST_ROWS);
          return answer(
              name,
              given,
              Face.PAGE,
              (block, question, shown) -> json(frame.rows(block, question, shown, from, count)));
        });
  }

  private static Response json(RowPage page) {
    return Json.ok(
        Map.of(
            "revision", page.revision(),
            "total", page.total(),
            "rows", page.rows(),
            "footerHtml", page.footerHtml()));
  }

  /** What is said to a question that can be answered. */
  private interface Reply {
    Response of(Block block, Question question, Answer.Shown shown);
  }

  private Response answer(String name, Map<String, String> given, Face face, Reply reply) {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return error(401, messages.noPermission());
    }
    Optional<Block> block = blocks.find(name);
    Optional<Place> place = places.find(given.getOrDefault("page", ""));
    if (block.isEmpty() || place.isEmpty()) {
      return error(404, messages.gone());
    }
    try {
      Parameters parameters = Parameters.of(block.get(), given);
      Question question = new Question(viewer.get(), place.get(), parameters, face);
      Answer answer = block.get().answer(question);
      return answer instanceof Answer.Shown shown
          ? reply.of(block.get(), question, shown)
          : error(messages.status(answer), messages.of(answer));
    } catch (BadParameter e) {
      return error(400, messages.badParameter(e));
    }
  }

  private static Response error(int status, MessageBox.Message message) {
    return Problem.of(status, message.message(), message.action());
  }
}
