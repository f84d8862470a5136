package io.appofapps.confluence.rest;

import io.appofapps.confluence.configuration.FieldError;
import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.VersionConflictException;
import io.appofapps.confluence.secret.KeyFileException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What goes wrong, as answers: nothing of the inside, the log has the rest. */
final class Failures {

  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  private Failures() {}

  /** The work's answer, or the one that its failure deserves. */
  static Response guarded(Supplier<Response> work) {
    try {
      return work.get();
    } catch (RefusedException e) {
      return message(e.status(), e.getMessage());
    } catch (InvalidConfigurationException e) {
      return invalid(e);
    } catch (VersionConflictException e) {
      return message(409, e.getMessage());
    } catch (KeyFileException e) {
      LOG.error("The key file of the secrets cannot be used", e);
      return message(503, "Secrets cannot be stored now: " + e.getMessage());
    } catch (RuntimeException e) {
      return unexpected(e);
    }
  }

  private static Response invalid(InvalidConfigurationException e) {
    List<Map<String, String>> errors = e.errors().stream().map(Failures::shape).toList();
    return Json.of(400, Map.of("errors", errors));
  }

  private static Map<String, String> shape(FieldError error) {
    Map<String, String> shape = new LinkedHashMap<>();
    shape.put("field", error.field());
    shape.put("message", error.message());
    return shape;
  }

  private static Response unexpected(RuntimeException failure) {
    LOG.error("A request of an administrator failed", failure);
    return isOfDatabase(failure)
        ? message(503, "The database does not answer now. Nothing was changed; try again later.")
        : message(500, "This failed unexpectedly. Confluence's log says more.");
  }

  private static boolean isOfDatabase(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException) {
        return true;
      }
    }
    return false;
  }

  private static Response message(int status, String message) {
    return Json.of(status, Map.of("message", message));
  }
}
