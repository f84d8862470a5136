package io.appofapps.confluence.rest;

import io.appofapps.confluence.metrics.Meters;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.ext.Provider;

/** Counts and times all answers of this REST module. */
@Named
@Provider
@PreMatching
public class RequestMeter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String BEGIN = RequestMeter.class.getName();

  private final Meters meters;

  @Inject
  public RequestMeter(Meters meters) {
    this.meters = meters;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    request.setProperty(BEGIN, System.nanoTime());
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    long nanos = request.getProperty(BEGIN) instanceof Long begin ? System.nanoTime() - begin : 0;
    meters.answered(resource(request), method(request), response.getStatus(), nanos);
  }

  /** Its {@code @Path}: there are as many as resources, whatever callers send. */
  private static String resource(ContainerRequestContext request) {
    for (Object matched : request.getUriInfo().getMatchedResources()) {
      Path path = matched.getClass().getAnnotation(Path.class);
      if (path != null) {
        return path.value();
      }
    }
    return "none";
  }

  private static String method(ContainerRequestContext request) {
    return switch (request.getMethod()) {
      case "GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS" -> request.getMethod();
      default -> "other";
    };
  }
}
