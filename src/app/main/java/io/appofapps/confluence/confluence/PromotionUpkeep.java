package io.appofapps.confluence.confluence;

import io.appofapps.confluence.promotion.notice.NoticeThread;
import io.appofapps.confluence.promotion.webhook.WebhookThread;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Starts and ends what is done about promotions besides driving them. */
@Named
public class PromotionUpkeep {

  private final PromotionRetention retention;
  private final WebhookThread webhook;
  private final NoticeThread notices;

  @Inject
  public PromotionUpkeep(
      PromotionRetention retention, WebhookThread webhook, NoticeThread notices) {
    this.retention = retention;
    this.webhook = webhook;
    this.notices = notices;
  }

  void start() {
    retention.start();
    webhook.start();
    notices.start();
  }

  void stop() {
    notices.stop();
    webhook.stop();
    retention.stop();
  }
}
