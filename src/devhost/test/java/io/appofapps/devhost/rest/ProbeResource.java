package io.appofapps.devhost.rest;

import com.atlassian.annotations.security.AnonymousSiteAccess;
import com.atlassian.annotations.security.LicensedOnly;
import com.atlassian.annotations.security.UnrestrictedAccess;
import com.atlassian.plugins.rest.api.security.annotation.AdminOnly;
import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import com.atlassian.sal.api.websudo.WebSudoRequired;
import jakarta.inject.Inject;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;

/** One method for each guard. */
@Path("/probe")
@LicensedOnly
@Produces("text/plain")
public class ProbeResource {

  /** Only the plugin can make one. */
  @Inject
  public ProbeResource(Bean bean) {
    bean.use();
  }

  /** A bean of the plugin's context. */
  public interface Bean {
    void use();
  }

  @GET
  @Path("everyone")
  @UnrestrictedAccess
  public String everyone() {
    return "everyone";
  }

  @GET
  @Path("everyone-v2")
  @com.atlassian.plugins.rest.api.security.annotation.UnrestrictedAccess
  public String everyoneByTheOtherFamily() {
    return "everyone";
  }

  @GET
  @Path("site")
  @AnonymousSiteAccess
  public String site() {
    return "site";
  }

  @GET
  @Path("licensed")
  public String licensed() {
    return "licensed";
  }

  @GET
  @Path("admin")
  @AdminOnly
  public String admin() {
    return "admin";
  }

  @GET
  @Path("system")
  @SystemAdminOnly
  public String system() {
    return "system";
  }

  @GET
  @Path("sudo")
  @AdminOnly
  @WebSudoRequired
  public String sudo() {
    return "sudo";
  }

  @POST
  @Path("write")
  public String write(String body) {
    return "wrote " + body;
  }

  @PUT
  @Path("write")
  public String put(String body) {
    return "put " + body;
  }

  @DELETE
  @Path("write")
  public String delete() {
    return "deleted";
  }

  @GET
  @Path("echo/{name}")
  public String echo(@PathParam("name") String name, @QueryParam("q") String query) {
    return name + "?" + query;
  }

  @GET
  @Path("broken")
  public String broken() {
    throw new IllegalStateException("secret detail");
  }

  @GET
  @Path("missing")
  public String missing() {
    throw new NotFoundException("no such thing");
  }
}
