package io.appofapps.confluence.rest;

import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import io.appofapps.confluence.administration.ConfigurationChanges;
import io.appofapps.confluence.administration.ConfigurationChanges.Outcome;
import io.appofapps.confluence.administration.ConfigurationChanges.Request;
import io.appofapps.confluence.administration.Deed;
import io.appofapps.confluence.administration.Difference;
import io.appofapps.confluence.administration.SecretReach;
import io.appofapps.confluence.configuration.Configuration;
import io.appofapps.confluence.configuration.StoredConfiguration;
import io.appofapps.confluence.configuration.document.ConfigurationDocument;
import io.appofapps.confluence.configuration.document.Draft;
import io.appofapps.confluence.view.Texts;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code /rest/aoa/1.0/admin/configuration}: the whole configuration as one YAML document. */
@Named
@Path("admin/configuration")
@SystemAdminOnly
public class ConfigurationResource {

  private final AdminGuard guard;
  private final ConfigurationChanges changes;
  private final Texts texts;

  @Inject
  public ConfigurationResource(AdminGuard guard, ConfigurationChanges changes, Texts texts) {
    this.guard = guard;
    this.changes = changes;
    this.texts = texts;
  }

  /** The document, secrets by name only; its version as {@code ETag}. */
  @GET
  @Produces(Yaml.TYPE)
  public Response export(@Context HttpServletRequest request) {
    return guard.read(
        request,
        () -> {
          StoredConfiguration stored = changes.latest();
          return Response.fromResponse(
                  Yaml.file(
                      "app-of-apps.yaml", ConfigurationDocument.writeYaml(stored.configuration())))
              .tag(Long.toString(stored.version()))
              .build();
        });
  }

  /**
   * Puts the document in force, or with {@code dryRun=true} only says what it would change: {@code
   * {"changes": [sentence], "version": 5}}. Applying the same document again changes nothing.
   */
  @PUT
  @Consumes({Yaml.TYPE, "application/x-yaml", "text/yaml"})
  @Produces(MediaType.APPLICATION_JSON)
  public Response apply(
      @Context HttpServletRequest request,
      @QueryParam("dryRun") @DefaultValue("false") boolean dryRun,
      InputStream body) {
    return guard.write(
        request,
        author -> {
          Draft<Configuration> next = ConfigurationDocument.readYaml(Bodies.text(body));
          SecretReach.checkAll(changes.latest().configuration(), next);
          return Json.ok(
              answer(
                  dryRun
                      ? changes.preview(next)
                      : changes.apply(
                          new Request(
                              Deed.Kind.CONFIGURATION_APPLIED,
                              "",
                              Versions.expected(request),
                              author),
                          next)));
        });
  }

  private Map<String, Object> answer(Outcome outcome) {
    List<String> sentences = new ArrayList<>();
    outcome.differences().forEach(each -> sentences.add(sentence(each)));
    outcome.secrets().forEach(each -> sentences.add(texts.get("aoa.rest.change.secret", each)));
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("changes", sentences);
    answer.put("version", outcome.stored().version());
    return answer;
  }

  private String sentence(Difference difference) {
    boolean isShort = difference.from().isPresent() && difference.to().isPresent();
    String key =
        isShort
            ? "aoa.rest.change.value"
            : "aoa.rest.change." + difference.kind().name().toLowerCase(Locale.ROOT);
    return texts.get(
        key, difference.path(), difference.from().orElse(""), difference.to().orElse(""));
  }
}
