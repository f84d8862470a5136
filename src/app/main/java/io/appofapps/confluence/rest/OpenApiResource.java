package io.appofapps.confluence.rest;

import com.atlassian.annotations.security.LicensedOnly;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** {@code GET /rest/aoa/1.0/openapi.json}: all of this REST as the build described it. */
@Named
@Path("openapi.json")
@LicensedOnly
@Produces(MediaType.APPLICATION_JSON)
public class OpenApiResource {

  private final String document = read();
  private final EntityTag tag = EntityTags.weak(document);

  @Inject
  public OpenApiResource() {}

  /** The OpenAPI 3.1 document. */
  @GET
  public Response document() {
    return Response.ok(document, MediaType.APPLICATION_JSON)
        .tag(tag)
        .header("X-Content-Type-Options", "nosniff")
        .build();
  }

  private static String read() {
    try (InputStream in = OpenApiResource.class.getResourceAsStream("openapi.json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
