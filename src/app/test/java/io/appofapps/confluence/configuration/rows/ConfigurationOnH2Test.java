package io.appofapps.confluence.configuration.rows;

import io.appofapps.confluence.state.rows.TestActiveObjects;

class ConfigurationOnH2Test extends ConfigurationContract {

  @Override
  TestActiveObjects database() {
    return TestActiveObjects.h2();
  }
}
