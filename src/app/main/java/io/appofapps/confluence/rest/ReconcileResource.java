package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.docs.job.Reconciler;
import io.appofapps.confluence.docs.job.RunPlan;
import io.appofapps.confluence.docs.rows.Run;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /rest/aoa/1.0/admin/reconcile}: runs over the documentation, and what they found. */
@Named
@Path("admin/reconcile")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class ReconcileResource {

  private static final int MOST = 500;

  private final AdminGuard guard;
  private final ConfigurationChanges changes;
  private final Section section;
  private final Reconciler reconciler;
  private final RunPlan plan;

  @Inject
  public ReconcileResource(
      AdminGuard guard, ConfigurationChanges changes, Reconciler reconciler, RunPlan plan) {
    this.guard = guard;
    this.changes = changes;
    this.section =
        new Section(
            guard,
            changes,
            Deed.Kind.SETTINGS_CHANGED,
            (form, now) ->
                Section.Replacement.of(
                    ConfigurationDocument.readDocumentation(form.toString()),
                    Configuration::withDocumentation),
            stored ->
                Section.answer(
                    ConfigurationDocument.writeDocumentation(
                        stored.configuration().documentation()),
                    stored));
    this.reconciler = reconciler;
    this.plan = plan;
  }

  /**
   * {@code {"state": "idle" | "waiting" | "running", "run": {…} or null, "next": moment or null,
   * "findings": {kind: count}, "lastRuns": [{…}]}}.
   */
  @GET
  public Response state(@Context HttpServletRequest request) {
    return guard.read(request, () -> Json.of(200, state()));
  }

  /** Starts a run; {@code ?full=true} reads pages that have not changed too. 202 with the state. */
  @POST
  public Response start(@Context HttpServletRequest request, @QueryParam("full") boolean full) {
    return guard.write(
        request,
        person -> {
          reconciler.ask(full, person);
          return Json.of(202, state());
        });
  }

  /**
   * {@code {"pages": [{"page", "space", "title", "says", "since"}], "pageCount": n, "applications":
   * [{"application", "since"}], "applicationCount": n, "templateSpace"}}, at most 500 of each.
   */
  @GET
  @Path("orphans")
  public Response orphans(@Context HttpServletRequest request) {
    return guard.read(
        request,
        () -> {
          Map<String, Object> orphans = OrphansJson.of(reconciler.known(), MOST);
          orphans.put(
              "templateSpace", changes.latest().configuration().documentation().templateSpace());
          return Json.of(200, orphans);
        });
  }

  /** The rules on documentation and their version, as {@code ETag} too. */
  @GET
  @Path("rules")
  public Response rules(@Context HttpServletRequest request) {
    return section.read(request);
  }

  /** Replaces the rules; 200 with them. */
  @PUT
  @Path("rules")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return section.replace(request, body);
  }

  private Map<String, Object> state() {
    List<Run> runs = reconciler.runs();
    Run open = runs.stream().filter(run -> !run.isOver()).findFirst().orElse(null);
    String word = open == null ? "idle" : RunJson.word(open.phase());
    Map<String, Object> state = new LinkedHashMap<>();
    state.put("state", word);
    state.put("run", open == null ? null : RunJson.of(open));
    state.put("next", plan.next().map(Object::toString).orElse(null));
    state.put("findings", OrphansJson.counts(reconciler.known()));
    state.put("lastRuns", runs.stream().filter(Run::isOver).map(RunJson::of).toList());
    return state;
  }
}
