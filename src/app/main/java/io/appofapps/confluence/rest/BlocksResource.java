package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.body.Table;
import io.appofapps.confluence.view.frame.Answer;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.Block;
import io.appofapps.confluence.view.frame.BlockDrawings;
import io.appofapps.confluence.view.frame.Blocks;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** {@code /rest/aoa/1.0/blocks}: what macros show, as CSV. */
@Named
@Path("blocks")
@LicensedOnly
public class BlocksResource {

  private final Sight sight;
  private final Blocks blocks;
  private final BlockDrawings drawings;
  private final Places places;
  private final MessageBox messages;

  @Inject
  public BlocksResource(
      Sight sight, Blocks blocks, BlockDrawings drawings, Places places, MessageBox messages) {
    this.sight = sight;
    this.blocks = blocks;
    this.drawings = drawings;
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
  @Produces({CsvAnswers.TYPE, "application/json"})
  public Response csv(@PathParam("block") String name, @Context UriInfo uri) {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return error(401, messages.noPermission());
    }
    Optional<Block> block = blocks.find(name);
    Map<String, String> given = single(uri.getQueryParameters());
    Optional<io.appofapps.confluence.sight.Place> place =
        places.find(given.getOrDefault("page", ""));
    if (block.isEmpty() || place.isEmpty()) {
      return error(404, messages.gone());
    }
    try {
      Parameters parameters = Parameters.of(block.get(), given);
      Question question = new Question(viewer.get(), place.get(), parameters, Face.EXPORT);
      Answer answer = block.get().answer(question);
      if (!(answer instanceof Answer.Shown shown)) {
        return error(messages.status(answer), messages.of(answer));
      }
      Optional<Table> table = drawings.draw(block.get(), question, shown).content().table();
      return table.isEmpty()
          ? error(404, messages.gone())
          : CsvAnswers.of(table.get(), name + "-" + given.getOrDefault("set", ""));
    } catch (BadParameter e) {
      return error(400, messages.badParameter(e));
    }
  }

  private static Map<String, String> single(MultivaluedMap<String, String> query) {
    Map<String, String> single = new HashMap<>();
    query.keySet().forEach(key -> single.put(key, query.getFirst(key)));
    return single;
  }

  private static Response error(int status, MessageBox.Message message) {
    return Json.error(status, message.message(), message.action());
  }
}
