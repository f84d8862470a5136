package io.appofapps.confluence.secret;

import io.appofapps.confluence.state.rows.PostgresDatabases;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import org.junit.jupiter.api.extension.RegisterExtension;

class VaultOnPostgresIT extends VaultContract {

  @RegisterExtension static final PostgresDatabases DATABASES = PostgresDatabases.readCommitted();

  @Override
  TestActiveObjects database() throws Exception {
    return DATABASES.next();
  }
}
