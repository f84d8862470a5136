package io.appofapps.confluence.confluence;

import io.appofapps.confluence.promotion.webhook.WebhookThread;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** Starts and ends what is done with the promotion log besides writing it. */
@Named
public class PromotionUpkeep {

  private final PromotionRetention retention;
  private final WebhookThread webhook;

  @Inject
  public PromotionUpkeep(PromotionRetention retention, WebhookThread webhook) {
    this.retention = retention;
    this.webhook = webhook;
  }

  void start() {
    retention.start();
    webhook.start();
  }

  void stop() {
    webhook.stop();
    retention.stop();
  }
}
