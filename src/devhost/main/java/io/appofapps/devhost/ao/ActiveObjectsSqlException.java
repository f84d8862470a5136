package io.appofapps.devhost.ao;

import java.sql.SQLException;

/** The database refused; unchecked, as Active Objects of the product throws it. */
public final class ActiveObjectsSqlException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ActiveObjectsSqlException(SQLException cause) {
    super(cause.getMessage(), cause);
  }
}
