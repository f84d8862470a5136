package io.appofapps.confluence.state.rows;

class RowFaultsOnH2Test extends RowFaultsContract {
  @Override
  TestActiveObjects database() {
    return TestActiveObjects.h2();
  }
}
