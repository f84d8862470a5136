package io.appofapps.confluence.state.rows;

import org.junit.jupiter.api.extension.RegisterExtension;

class RowFaultsOnPostgresIT extends RowFaultsContract {

  @RegisterExtension static final PostgresDatabases DATABASES = PostgresDatabases.readCommitted();

  @Override
  TestActiveObjects database() throws Exception {
    return DATABASES.next();
  }
}
