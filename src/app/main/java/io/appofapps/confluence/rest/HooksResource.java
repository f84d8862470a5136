package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.UnrestrictedAccess;
import io.appofapps.confluence.allowance.Allowance;
import io.appofapps.confluence.configuration.ConfigurationReader;
import io.appofapps.confluence.configuration.HookSettings;
import io.appofapps.confluence.git.RepositoryCommits;
import io.appofapps.confluence.hook.Deliveries;
import io.appofapps.confluence.hook.Deliveries.Refusal;
import io.appofapps.confluence.hook.Delivery;
import io.appofapps.confluence.secret.Secrets;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * {@code POST /rest/aoa/1.0/hooks/{id}}: a Git host or Argo CD says that something has changed. It
 * is a hint to fetch the Git repositories, nothing more: what it says is not read. Open to the
 * world, because such senders have no account here. Who cannot sign gets the same answer whether or
 * not there is a hook of that name.
 */
@Named
@Path("hooks/{id}")
@UnrestrictedAccess
public class HooksResource {

  /** Deliveries for one name on this node. */
  static final int A_MINUTE = 60;

  /** So that slow senders of one hook take few threads of the server. */
  private static final int AT_ONCE = 8;

  /**
   * For all names together: whoever has no secret can make up as many names as they like. A known
   * name does not fare better, so that none can be told from the others.
   */
  static final int ALL_A_MINUTE = 600;

  private static final int ALL_AT_ONCE = 16;
  private static final String ALL = "all";

  private static final int LONGEST_ID = 63;

  private final ConfigurationReader configuration;
  private final Secrets secrets;
  private final RepositoryCommits commits;
  private final Deliveries deliveries;
  private final Allowance allowance = new Allowance(AT_ONCE, System::nanoTime);
  private final Allowance together = new Allowance(ALL_AT_ONCE, System::nanoTime);

  @Inject
  public HooksResource(
      ConfigurationReader configuration,
      Secrets secrets,
      RepositoryCommits commits,
      Deliveries deliveries) {
    this.configuration = configuration;
    this.secrets = secrets;
    this.commits = commits;
    this.deliveries = deliveries;
  }

  /** 202 when it is heard, 401 when it is not genuine, 413, 429; never a body but problems. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response hint(
      @Context HttpServletRequest request, @PathParam("id") String id, InputStream body) {
    // names that no hook can have share one allowance
    String name = id.length() > LONGEST_ID ? "" : id;
    return Failures.guarded(
        () -> {
          Optional<HookSettings> hook =
              configuration.current().hooks().stream()
                  .filter(each -> each.id().equals(name))
                  .findFirst();
          Supplier<Response> tooMany = () -> tooMany(hook);
          return RateLimit.within(
              allowance,
              name,
              A_MINUTE,
              () ->
                  RateLimit.within(
                      together, ALL, ALL_A_MINUTE, () -> heard(request, hook, body), tooMany),
              tooMany);
        });
  }

  private Response tooMany(Optional<HookSettings> hook) {
    refused(hook, Refusal.TOO_MANY);
    return RateLimit.tooMany("Too many deliveries. Try again later.");
  }

  private Response heard(
      HttpServletRequest request, Optional<HookSettings> hook, InputStream body) {
    if (!isGenuine(request, hook, body)) {
      throw new RefusedException(401, "The delivery is not signed as it has to be.");
    }
    hook.ifPresent(each -> deliveries.heard(each.id()));
    commits.refresh();
    return Response.accepted().header("Cache-Control", "no-store").build();
  }

  /** One that is switched off is none. */
  private boolean isGenuine(
      HttpServletRequest request, Optional<HookSettings> hook, InputStream body) {
    Optional<HookSettings> heard = hook.filter(HookSettings::enabled);
    try {
      boolean genuine =
          Delivery.isGenuine(
              heard.map(HookSettings::sender).orElse(HookSettings.Sender.GITHUB),
              request::getHeader,
              body,
              heard.map(HookSettings::secret).flatMap(secrets::find));
      if (!genuine) {
        refused(hook, heard.isPresent() ? Refusal.NOT_SIGNED : Refusal.SWITCHED_OFF);
      }
      return genuine;
    } catch (Delivery.TooLongException e) {
      refused(hook, Refusal.UNREADABLE);
      throw new RefusedException(413, "The delivery is too long.", e);
    } catch (IOException e) {
      refused(hook, Refusal.UNREADABLE);
      throw new RefusedException(400, "The body ended too early.", e);
    }
  }

  /** What strangers ask for by other names is not kept. */
  private void refused(Optional<HookSettings> hook, Refusal why) {
    hook.ifPresent(each -> deliveries.refused(each.id(), why));
  }
}
