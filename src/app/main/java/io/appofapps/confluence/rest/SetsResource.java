package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.state.Snapshot;
import io.appofapps.confluence.view.TreePage;
import io.appofapps.confluence.view.TreePages;
import io.appofapps.confluence.view.frame.BadParameter;
import io.appofapps.confluence.view.frame.MessageBox;
import io.appofapps.confluence.view.tree.TreeJson;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.Optional;

/** {@code /rest/aoa/1.0/sets}: deployment sets and their trees, from memory. */
@Named
@Path("sets")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class SetsResource {

  private final Sight sight;
  private final TreePages pages;
  private final MessageBox messages;

  @Inject
  public SetsResource(Sight sight, TreePages pages, MessageBox messages) {
    this.sight = sight;
    this.pages = pages;
    this.messages = messages;
  }

  /** {@code {"sets": [{"key", "title", "connection", "root", "applications", …}]}}. */
  @GET
  public Response sets() {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return refused();
    }
    Snapshot snapshot = pages.snapshot();
    return Json.ok(
        Map.of(
            "sets",
            sight.sets(viewer.get(), new Place.Api(), snapshot).stream()
                .map(TreeJson::set)
                .toList()));
  }

  /**
   * The tree with every node once, or the {@link TreePart} of it that the other parameters say; 204
   * when nothing is newer than the revision.
   */
  @GET
  @Path("{key}/tree")
  public Response tree(
      @PathParam("key") String key, @QueryParam("since") String since, @Context UriInfo address) {
    return Failures.guarded(() -> part(key, since, new QueryValues(Queries.of(address))));
  }

  private Response part(String key, String since, QueryValues given) {
    Optional<Viewer> viewer = sight.viewer();
    if (viewer.isEmpty()) {
      return refused();
    }
    try {
      TreePart part = new TreePart(given);
      long known = revision(since);
      TreePage page = pages.open(viewer.get(), new Place.Api(), key.strip());
      if (!(page instanceof TreePage.Ready ready)) {
        return error(page instanceof TreePage.OtherSpace ? 403 : 404, messages.of(page));
      }
      return known >= ready.snapshot().revision()
          ? Json.nothingNewer(TreeJson.asOf(ready.set(), ready.snapshot()))
          : Json.ok(part.of(ready));
    } catch (BadParameter e) {
      return error(400, messages.badParameter(e));
    }
  }

  /** The revision a caller already has; absent means none, 0. */
  private static long revision(String since) throws BadParameter {
    if (since == null || since.isBlank()) {
      return 0;
    }
    try {
      long revision = Long.parseLong(since.strip());
      if (revision >= 0) {
        return revision;
      }
    } catch (NumberFormatException e) {
      // said below, with what is allowed
    }
    throw new BadParameter("since", since, "0–" + Long.MAX_VALUE);
  }

  private Response refused() {
    return error(401, messages.noPermission());
  }

  private static Response error(int status, MessageBox.Message message) {
    return Problem.of(status, message.message(), message.action());
  }
}
