package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.administration.SecretReach;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.git.RepositoryTrials;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code /rest/aoa/1.0/admin/repositories}: the Git repositories and how the app signs in. */
@Named
@Path("admin/repositories")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class RepositoriesResource {

  private static final List<String> SECRETS =
      List.of("/signIn/token", "/signIn/ssh/key", "/signIn/ssh/passphrase");

  private final AdminGuard guard;
  private final ConfigurationChanges changes;
  private final Section section;
  private final Secrets secrets;
  private final RepositoryTrials trials;

  @Inject
  public RepositoriesResource(
      AdminGuard guard, ConfigurationChanges changes, Secrets secrets, RepositoryTrials trials) {
    this.guard = guard;
    this.changes = changes;
    this.section =
        new Section(
            guard,
            changes,
            Deed.Kind.REPOSITORIES_CHANGED,
            RepositoriesResource::replacement,
            this::write);
    this.secrets = secrets;
    this.trials = trials;
  }

  /**
   * {@code {"repositories": [{"id", "url", "stories", "change", "host", "apiUrl", "signIn":
   * {"user", "token": {"secret", "present"}, "ssh": {"key": {"secret", "present"}, "passphrase":
   * {"secret", "present"}, "knownHosts"}}}], "version": 4}}; {@code change} is {@code direct} or
   * {@code pull-request}; what is not set is missing, and no secret is ever shown.
   */
  @GET
  public Response read(@Context HttpServletRequest request) {
    return section.read(request);
  }

  /**
   * Replaces all of them; 200 with them. A secret is {@code {"value": …}} where it is entered, and
   * empty or {@code {"secret": …}} where the stored one stays.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return section.replace(request, body);
  }

  /**
   * Tries one repository, given as in the list, and stores nothing: {@code {"ok": false, "steps":
   * [{"step": "read", "ok": true, "message": "…"}, …]}} with the steps {@code read}, {@code push},
   * {@code pull-request}, as far as it got. Takes at most a minute.
   */
  @POST
  @Path("test")
  @Consumes(MediaType.APPLICATION_JSON)
  public Response test(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode repository = Bodies.json(body);
          Versions.drop(repository);
          ObjectNode form = JsonNodeFactory.instance.objectNode();
          form.putArray("repositories").add(repository);
          Draft<List<RepositorySettings>> draft =
              ConfigurationDocument.readRepositories(form.toString());
          SecretReach.checkRepositories(changes.latest().configuration(), draft);
          return steps(
              trials.test(
                  draft.value().get(0),
                  reference ->
                      Optional.ofNullable(draft.secrets().get(reference))
                          .or(() -> secrets.find(reference))));
        });
  }

  private static Response steps(List<RepositoryTrials.Result> results) {
    List<Map<String, Object>> steps = new ArrayList<>();
    for (RepositoryTrials.Result result : results) {
      Map<String, Object> step = new LinkedHashMap<>();
      step.put("step", result.step().name().toLowerCase(Locale.ROOT).replace('_', '-'));
      step.put("ok", result.ok());
      step.put("message", result.message());
      steps.add(step);
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ok", results.stream().allMatch(RepositoryTrials.Result::ok));
    answer.put("steps", steps);
    return Json.ok(answer);
  }

  private static Section.Replacement replacement(ObjectNode form, Configuration now) {
    Draft<List<RepositorySettings>> draft = ConfigurationDocument.readRepositories(form.toString());
    SecretReach.checkRepositories(now, draft);
    return Section.Replacement.ofDraft(draft, Configuration::withRepositories);
  }

  private Response write(StoredConfiguration stored) {
    ObjectNode answer =
        Section.versioned(
            ConfigurationDocument.writeRepositories(stored.configuration().repositories()), stored);
    for (JsonNode each : answer.path("repositories")) {
      SECRETS.forEach(pointer -> Section.markSecret(each, pointer, secrets));
    }
    return Json.of(200, answer, stored.version());
  }
}
