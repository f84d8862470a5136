package io.appofapps.confluence.configuration.rows;

import io.appofapps.confluence.state.rows.PostgresDatabases;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import org.junit.jupiter.api.extension.RegisterExtension;

class ConfigurationOnSerializablePostgresIT extends ConfigurationContract {

  @RegisterExtension static final PostgresDatabases DATABASES = PostgresDatabases.serializable();

  @Override
  TestActiveObjects database() throws Exception {
    return DATABASES.next();
  }
}
