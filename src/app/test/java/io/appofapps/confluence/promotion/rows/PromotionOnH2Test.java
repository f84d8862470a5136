package io.appofapps.confluence.promotion.rows;

import io.appofapps.confluence.state.rows.TestActiveObjects;

class PromotionOnH2Test extends PromotionContract {

  @Override
  TestActiveObjects database() {
    return TestActiveObjects.h2();
  }
}
