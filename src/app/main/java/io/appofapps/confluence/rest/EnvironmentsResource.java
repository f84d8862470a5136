package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.environment.matrix.EnvironmentMatrix;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.environments.EnvironmentsBlock;
import io.appofapps.confluence.view.environments.Matrices;
import io.appofapps.confluence.view.environments.MatrixCsv;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.frame.Parameters;
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
import java.util.Optional;
import java.util.function.BiFunction;

/** {@code /rest/aoa/1.0/sets/{key}/environments}: what runs where, as the macro shows it. */
@Named
@Path("sets/{key}/environments")
@LicensedOnly
public class EnvironmentsResource {

  private final Sight sight;
  private final TreePages pages;
  private final Matrices matrices;
  private final EnvironmentsBlock block;
  private final MessageBox messages;

  @Inject
  public EnvironmentsResource(
      Sight sight,
      TreePages pages,
      Matrices matrices,
      EnvironmentsBlock block,
      MessageBox messages) {
    this.sight = sight;
    this.pages = pages;
    this.matrices = matrices;
    this.block = block;
    this.messages = messages;
  }

  /** Parameters as those of the macro; 200 with {@link EnvironmentsJson#of}. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(@PathParam("key") String key, @Context UriInfo address) {
    return answer(key, address, (page, matrix) -> Json.ok(EnvironmentsJson.of(page, matrix)));
  }

  /** The same as CSV, one line for each Application. */
  @GET
  @Produces(CsvAnswers.WHEN_ASKED_FOR)
  public Response csv(@PathParam("key") String key, @Context UriInfo address) {
    return answer(
        key, address, (page, matrix) -> CsvAnswers.of(MatrixCsv.of(matrix), key + "-environments"));
  }

  private Response answer(
      String key,
      UriInfo address,
      BiFunction<TreePage.Ready, EnvironmentMatrix, Response> whenFound) {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return error(401, messages.noPermission());
    }
    try {
      Parameters parameters = Parameters.of(block, Queries.ofSet(key, address));
      TreePage page = pages.open(viewer.get(), new Place.Api(), parameters.set());
      return page instanceof TreePage.Ready ready
          ? whenFound.apply(ready, matrices.of(ready, viewer.get(), parameters))
          : error(page instanceof TreePage.OtherSpace ? 403 : 404, messages.of(page));
    } catch (BadParameter e) {
      return error(400, messages.badParameter(e));
    }
  }

  private static Response error(int status, MessageBox.Message message) {
    return Problem.of(status, message.message(), message.action());
  }
}
