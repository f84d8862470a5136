package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.administration.SecretReach;
import io.appofapps.confluence.configuration.RepositorySettings;
import io.appofapps.confluence.configuration.SecretReference;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.List;

/** {@code /rest/aoa/1.0/admin/repositories}: the Git repositories and how the app signs in. */
@Named
@Path("admin/repositories")
@SystemAdminOnly
@Produces(MediaType.APPLICATION_JSON)
public class RepositoriesResource {

  private final AdminGuard guard;
  private final ConfigurationChanges changes;
  private final Secrets secrets;

  @Inject
  public RepositoriesResource(AdminGuard guard, ConfigurationChanges changes, Secrets secrets) {
    this.guard = guard;
    this.changes = changes;
    this.secrets = secrets;
  }

  /**
   * {@code {"repositories": [{"id", "url", "stories", "signIn": {"user", "token": {"secret",
   * "present"}}}], "version": 4}}; {@code signIn} only where there is one, the token never.
   */
  @GET
  public Response read(@Context HttpServletRequest request) {
    return guard.read(request, () -> answer(changes.latest()));
  }

  /**
   * Replaces all of them; 200 with them. A token is {@code {"value": …}} where it is entered, and
   * empty or {@code {"secret": …}} where the stored one stays.
   */
  @PUT
  @Consumes(MediaType.APPLICATION_JSON)
  public Response change(@Context HttpServletRequest request, InputStream body) {
    return guard.write(
        request,
        author -> {
          ObjectNode form = Bodies.json(body);
          Request change =
              new Request(
                  Deed.Kind.REPOSITORIES_CHANGED, "", Versions.expected(request, form), author);
          Draft<List<RepositorySettings>> draft =
              ConfigurationDocument.readRepositories(form.toString());
          SecretReach.checkRepositories(changes.latest().configuration(), draft);
          return answer(
              changes
                  .change(change, draft.secrets(), holds -> holds.withRepositories(draft.value()))
                  .stored());
        });
  }

  private Response answer(StoredConfiguration stored) {
    ObjectNode answer =
        Bodies.tree(ConfigurationDocument.writeRepositories(stored.configuration().repositories()));
    for (JsonNode each : answer.path("repositories")) {
      if (each.path("signIn").path("token") instanceof ObjectNode token) {
        SecretReference reference = new SecretReference(token.path("secret").asText());
        token.put("present", secrets.find(reference).isPresent());
      }
    }
    return Json.of(200, answer.put("version", stored.version()), stored.version());
  }
}
