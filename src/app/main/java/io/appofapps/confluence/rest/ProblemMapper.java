package io.appofapps.confluence.rest;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** What JAX-RS itself refuses, told as all other errors are. */
@Named
@Provider
public class ProblemMapper implements ExceptionMapper<WebApplicationException> {

  @Inject
  public ProblemMapper() {}

  @Override
  public Response toResponse(WebApplicationException exception) {
    int status = exception.getResponse().getStatus();
    if (status < 400) {
      return exception.getResponse();
    }
    Response told =
        switch (status) {
          case 404 -> Problem.of(404, "There is nothing at this address.");
          case 405 -> Problem.of(405, "This address does not know the method.");
          case 406 -> Problem.of(406, "There is no answer of a type that the caller accepts.");
          case 415 -> Problem.of(415, "The body is of a type that is not read here.");
          default -> Problem.of(status, "The request cannot be answered.");
        };
    String allow = exception.getResponse().getHeaderString(HttpHeaders.ALLOW);
    return allow == null
        ? told
        : Response.fromResponse(told).header(HttpHeaders.ALLOW, allow).build();
  }
}
