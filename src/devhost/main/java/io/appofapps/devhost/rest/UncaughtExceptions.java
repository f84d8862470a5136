package io.appofapps.devhost.rest;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers 500 without anything of the inside; the log has the rest. */
final class UncaughtExceptions implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(UncaughtExceptions.class);

  @Override
  public Response toResponse(Throwable exception) {
    if (exception instanceof WebApplicationException known) {
      Response response = known.getResponse();
      return response.hasEntity()
          ? response
          : Answers.error(response.getStatus(), response.getStatusInfo().getReasonPhrase());
    }
    LOG.error("A REST method failed", exception);
    return Answers.error(500, "Internal server error");
  }
}
