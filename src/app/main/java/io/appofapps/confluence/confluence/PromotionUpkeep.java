package io.appofapps.confluence.confluence;

import io.appofapps.confluence.promotion.drive.Driver;
import io.appofapps.confluence.promotion.notice.NoticeThread;
import io.appofapps.confluence.promotion.webhook.WebhookThread;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Starts and ends what is done for promotions and their log in the background. */
@Named
public class PromotionUpkeep {

  private final Driver driver;
  private final PromotionRetention retention;
  private final WebhookThread webhook;
  private final NoticeThread notices;

  @Inject
  public PromotionUpkeep(
      Driver driver, PromotionRetention retention, WebhookThread webhook, NoticeThread notices) {
    this.driver = driver;
    this.retention = retention;
    this.webhook = webhook;
    this.notices = notices;
  }

  void start() {
    retention.start();
    webhook.start();
    notices.start();
    driver.start();
  }

  void stop() {
    driver.stop();
    notices.stop();
    webhook.stop();
    retention.stop();
  }
}
