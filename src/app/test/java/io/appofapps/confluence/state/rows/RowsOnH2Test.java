package io.appofapps.confluence.state.rows;

class RowsOnH2Test extends RowsContract {

  @Override
  TestActiveObjects database() {
    return TestActiveObjects.h2();
  }
}
