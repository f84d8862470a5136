package io.appofapps.confluence.capture.rows;

import io.appofapps.confluence.state.rows.TestActiveObjects;

class CaptureRowsOnH2Test extends CaptureRowsContract {

  @Override
  TestActiveObjects database() {
    return TestActiveObjects.h2();
  }
}
