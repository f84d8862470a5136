package io.appofapps.confluence.secret;

import io.appofapps.confluence.state.rows.TestActiveObjects;

class VaultOnH2Test extends VaultContract {

  @Override
  TestActiveObjects database() {
    return TestActiveObjects.h2();
  }
}
