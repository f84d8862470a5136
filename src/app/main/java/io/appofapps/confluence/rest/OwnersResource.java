package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
import io.appofapps.confluence.view.frame.Question;
import io.appofapps.confluence.view.owners.Owners;
import io.appofapps.confluence.view.owners.OwnersBlock;
import io.appofapps.confluence.view.owners.OwnersJson;
import io.appofapps.confluence.view.owners.OwnersReport;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** {@code /rest/aoa/1.0/sets/{key}/owners}: who owns the services of a set, as the macro shows. */
@Named
@Path("sets/{key}/owners")
@LicensedOnly
public class OwnersResource {

  private final Sight sight;
  private final Owners owners;
  private final OwnersBlock block;
  private final MessageBox messages;

  @Inject
  public OwnersResource(Sight sight, Owners owners, OwnersBlock block, MessageBox messages) {
    this.sight = sight;
    this.owners = owners;
    this.block = block;
    this.messages = messages;
  }

  /**
   * Parameters as those of the macro: names of environments and labels ({@code key=value}), with
   * commas, {@code space} and {@code property}; 200 with {@link OwnersJson#json}.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(@PathParam("key") String key, @Context UriInfo address) {
    return answer(key, address, report -> Json.ok(new OwnersJson(report).json()));
  }

  /** The same as CSV, one line for each service. */
  @GET
  @Produces(CsvAnswers.WHEN_ASKED_FOR)
  public Response csv(@PathParam("key") String key, @Context UriInfo address) {
    return answer(
        key, address, report -> CsvAnswers.of(block.table(report, List.of()), key + "-owners"));
  }

  private Response answer(String key, UriInfo address, Function<OwnersReport, Response> whenFound) {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return error(401, messages.noPermission());
    }
    Question question =
        new Question(
            viewer.get(),
            new Place.Api(),
            Parameters.of(block, Queries.ofSet(key, address)),
            Face.EXPORT);
    try {
      Owners.Asked asked = owners.ask(question);
      if (asked instanceof Owners.Asked.Away away) {
        int status = away.why() instanceof TreePage.OtherSpace ? 403 : 404;
        return error(status, messages.of(away.why()));
      }
      return whenFound.apply(((Owners.Asked.Report) asked).report());
    } catch (BadParameter e) {
      return error(400, messages.badParameter(e));
    }
  }

  private static Response error(int status, MessageBox.Message message) {
    return Problem.of(status, message.message(), message.action());
  }
}
