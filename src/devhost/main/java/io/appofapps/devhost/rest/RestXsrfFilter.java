package io.appofapps.devhost.rest;

import io.appofapps.devhost.web.CurrentRequest;
import io.appofapps.devhost.web.Origin;
import io.appofapps.devhost.web.SessionXsrf;
import jakarta.annotation.Priority;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.util.Arrays;
import java.util.Set;

/**
 * The product's XSRF rule for REST: what a plain HTML form could send needs the header {@code
 * X-Atlassian-Token: no-check}; anything else that writes is checked by origin.
 */
@Priority(Priorities.AUTHORIZATION - 1)
final class RestXsrfFilter implements ContainerRequestFilter {

  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");
  private static final String EXCLUDED =
      "com.atlassian.annotations.security.XsrfProtectionExcluded";

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext context) {
    HttpServletRequest request = CurrentRequest.get().orElseThrow();
    boolean refused =
        !READING.contains(context.getMethod())
            && !SessionXsrf.hasHeader(request)
            && !isExcluded()
            && (isForm(context) || !Origin.isOwn(request));
    if (refused) {
      context.abortWith(
          Answers.error(403, "XSRF check failed: send the header 'X-Atlassian-Token: no-check'."));
    }
  }

  private static boolean isForm(ContainerRequestContext context) {
    MediaType type = context.getMediaType();
    if (type == null) {
      return context.getMethod().equals("POST");
    }
    return type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
        || type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
        || type.isCompatible(MediaType.TEXT_PLAIN_TYPE);
  }

  private boolean isExcluded() {
    return isExcluded(resource.getResourceMethod()) || isExcluded(resource.getResourceClass());
  }

  private static boolean isExcluded(AnnotatedElement element) {
    return Arrays.stream(element.getAnnotations())
        .anyMatch(annotation -> annotation.annotationType().getName().equals(EXCLUDED));
  }
}
