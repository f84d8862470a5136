package io.appofapps.build.openapi;

import com.atlassian.annotations.security.LicensedOnly;
import com.atlassian.plugins.rest.api.security.annotation.SystemAdminOnly;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;

@Path("samples")
@LicensedOnly
@Produces("application/json;charset=UTF-8")
class SampleResource {

  @GET
  @Path("{id}")
  @SystemAdminOnly
  @Produces("text/plain;qs=0.5")
  String one(@PathParam("id") long id, @QueryParam("all") @DefaultValue("true") boolean all) {
    return id + " " + all;
  }

  @PUT
  @Consumes("application/json")
  String put(InputStream body) {
    return "";
  }

  String helper() {
    return "";
  }
}
