package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.drift.Severity;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.Texts;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.body.Face;
import io.appofapps.confluence.view.drift.DriftBlock;
import io.appofapps.confluence.view.drift.DriftPages;
import io.appofapps.confluence.view.drift.DriftPages.Asked;
import io.appofapps.confluence.view.drift.DriftReport;
import io.appofapps.confluence.view.frame.BadParameter;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Optional;
import java.util.function.Function;

/** {@code /rest/aoa/1.0/sets/{key}/drift}: the findings of a set, as the macro shows them. */
@Named
@Path("sets/{key}/drift")
@LicensedOnly
public class DriftResource {

  private final Sight sight;
  private final DriftBlock block;
  private final DriftPages drift;
  private final MessageBox messages;
  private final Texts texts;

  @Inject
  public DriftResource(
      Sight sight, DriftBlock block, DriftPages drift, MessageBox messages, Texts texts) {
    this.sight = sight;
    this.block = block;
    this.drift = drift;
    this.messages = messages;
    this.texts = texts;
  }

  /**
   * Parameters as those of the macro: {@code application}, {@code service}, {@code kinds}, {@code
   * severity}; 200 with {@link DriftReport#json}.
   */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  public Response json(@PathParam("key") String key, @Context UriInfo address) {
    return answer(key, address, report -> Json.ok(report.json(texts)));
  }

  /** The same as CSV, one line for each finding. */
  @GET
  @Produces(CsvAnswers.WHEN_ASKED_FOR)
  public Response csv(@PathParam("key") String key, @Context UriInfo address) {
    return answer(key, address, report -> CsvAnswers.of(report.table(texts), key + "-drift"));
  }

  private Response answer(String key, UriInfo address, Function<DriftReport, Response> whenFound) {
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
      Asked asked = drift.ask(question, Severity.INFO);
      if (asked instanceof Asked.Report found) {
        return whenFound.apply(found.report());
      }
      if (asked instanceof Asked.Away away) {
        return error(
            away.why() instanceof TreePage.OtherSpace ? 403 : 404, messages.of(away.why()));
      }
      return error(404, block.unknown(((Asked.Unknown) asked).name()));
    } catch (BadParameter e) {
      return error(400, messages.badParameter(e));
    }
  }

  private static Response error(int status, MessageBox.Message message) {
    return Problem.of(status, message.message(), message.action());
  }
}
