package io.appofapps.confluence.rest;

import io.appofapps.confluence.configuration.InvalidConfigurationException;
import io.appofapps.confluence.configuration.VersionConflictException;
import io.appofapps.confluence.secret.KeyFileException;
import jakarta.ws.rs.core.Response;
import java.sql.SQLException;
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
      return Problem.of(e.status(), e.getMessage());
    } catch (InvalidConfigurationException e) {
      return Problem.invalid(e.errors());
    } catch (VersionConflictException e) {
      return Problem.of(409, e.getMessage());
    } catch (KeyFileException e) {
      LOG.error("The key file of the secrets cannot be used", e);
      return Problem.of(503, "Secrets cannot be stored now: " + e.getMessage());
    } catch (RuntimeException e) {
      return unexpected(e);
    }
  }

  private static Response unexpected(RuntimeException failure) {
    LOG.error("A request to REST failed", failure);
    return isOfDatabase(failure)
        ? Problem.of(503, "The database does not answer now. Nothing was changed; try again later.")
        : Problem.of(500, "This failed unexpectedly. Confluence's log says more.");
  }

  private static boolean isOfDatabase(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof SQLException) {
        return true;
      }
    }
    return false;
  }
}
