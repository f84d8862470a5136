package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import io.appofapps.confluence.sight.Account;
import io.appofapps.confluence.sight.Accounts;
import io.appofapps.confluence.sight.Place;
import io.appofapps.confluence.sight.Sight;
import io.appofapps.confluence.sight.Viewer;
import io.appofapps.confluence.view.frame.MessageBox;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/**
 * {@code GET /rest/aoa/1.0/access}: may this person do that, and why? Everybody may ask about
 * themselves and the Applications they see; about others only who {@link AdminGuard} lets in.
 */
@Named
@Path("access")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class AccessResource {

  private final Sight sight;
  private final Accounts accounts;
  private final AccessAnswers answers;
  private final AdminGuard guard;
  private final MessageBox messages;

  @Inject
  public AccessResource(
      Sight sight,
      Accounts accounts,
      AccessAnswers answers,
      AdminGuard guard,
      MessageBox messages) {
    this.sight = sight;
    this.accounts = accounts;
    this.answers = answers;
    this.guard = guard;
    this.messages = messages;
  }

  /**
   * {@code {"allowed", "because", …}}, the rest as {@link AccessJson#reason} has it.
   *
   * @param user name or key; absent for the caller
   * @param action {@code sync} and the like
   * @param application {@code connection/namespace/name}, {@code namespace/name} or a name
   */
  @GET
  public Response access(
      @QueryParam("user") String user,
      @QueryParam("action") String action,
      @QueryParam("application") String application,
      @Context HttpServletRequest request) {
    return Failures.guarded(
        () -> {
          Optional<Viewer> viewer = sight.viewer();
          Optional<Account> caller = viewer.flatMap(each -> accounts.find(each.key()));
          if (caller.isEmpty()) {
            MessageBox.Message message = messages.noPermission();
            return Problem.of(401, message.message(), message.action());
          }
          String asked = user == null ? "" : user.strip();
          if (asked.isEmpty()
              || asked.equals(caller.get().name())
              || asked.equals(caller.get().key())) {
            return answers.decision(
                caller.get(),
                action,
                application,
                snapshot -> sight.applications(viewer.get(), new Place.Api(), snapshot));
          }
          return guard.read(request, () -> answers.ofAnybody(asked, action, application));
        });
  }
}
