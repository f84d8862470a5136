package io.appofapps.confluence.rest;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * Conditional reading: an answer with an {@code ETag} that the caller names in {@code
 * If-None-Match} becomes 304 without a body (RFC 9110, weak comparison). The rights of the caller
 * were looked at before.
 */
@Named
@Provider
public class EntityTags implements ContainerResponseFilter {

  private static final int BYTES = 12;

  @Inject
  public EntityTags() {}

  /** A tag of what a text says. */
  static EntityTag weak(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new EntityTag(
          Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(digest, BYTES)),
          true);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    String known = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    EntityTag tag = response.getEntityTag();
    boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    if (known != null && tag != null && reads && response.getStatus() == 200) {
      for (String each : known.split(",")) {
        String value = each.strip().replaceFirst("^W/", "");
        if (value.equals("*") || value.equals("\"" + tag.getValue() + "\"")) {
          response.setEntity(null);
          response.setStatus(304);
          return;
        }
      }
    }
  }
}
