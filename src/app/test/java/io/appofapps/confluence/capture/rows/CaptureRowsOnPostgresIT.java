package io.appofapps.confluence.capture.rows;

import io.appofapps.confluence.state.rows.PostgresDatabases;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import org.junit.jupiter.api.extension.RegisterExtension;

class CaptureRowsOnPostgresIT extends CaptureRowsContract {

  @RegisterExtension static final PostgresDatabases DATABASES = PostgresDatabases.readCommitted();

  @Override
  TestActiveObjects database() throws Exception {
    return DATABASES.next();
  }
}
