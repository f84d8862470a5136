package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.state.rows.PostgresDatabases;
import io.appofapps.confluence.state.rows.TestActiveObjects;
import org.junit.jupiter.api.extension.RegisterExtension;

class PromotionOnSerializablePostgresIT extends PromotionContract {

  @RegisterExtension static final PostgresDatabases DATABASES = PostgresDatabases.serializable();

  @Override
  TestActiveObjects database() throws Exception {
    return DATABASES.next();
  }
}
