package io.appofapps.confluence.state.rows;

import org.junit.jupiter.api.extension.RegisterExtension;

class RowsOnSerializablePostgresIT extends RowsContract {

  @RegisterExtension static final PostgresDatabases DATABASES = PostgresDatabases.serializable();

  @Override
  TestActiveObjects database() throws Exception {
    return DATABASES.next();
  }
}
