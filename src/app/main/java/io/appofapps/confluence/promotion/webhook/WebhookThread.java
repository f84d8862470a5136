package io.appofapps.confluence.promotion.webhook;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the webhook's delivery go round, on a thread of its own on each node. */
@Named
public class WebhookThread {

  private static final Logger LOG = LoggerFactory.getLogger(WebhookThread.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final int STOP_SECONDS = 15;

  private final WebhookDelivery delivery;
  private Optional<ScheduledExecutorService> worker = Optional.empty();

  @Inject
  public WebhookThread(WebhookDelivery delivery) {
    this.delivery = delivery;
  }

  /** Begins; a second start does nothing. */
  public synchronized void start() {
    if (worker.isPresent()) {
      return;
    }
    ScheduledExecutorService executor =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "app-of-apps-webhook");
              thread.setDaemon(true);
              thread.setContextClassLoader(WebhookThread.class.getClassLoader());
              return thread;
            });
    executor.scheduleWithFixedDelay(
        this::round, EVERY.toMillis(), EVERY.toMillis(), TimeUnit.MILLISECONDS);
    worker = Optional.of(executor);
  }

  /** Ends; breaks a call off that is under way. */
  public synchronized void stop() {
    worker.ifPresent(
        executor -> {
          executor.shutdownNow();
          try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
              LOG.warn("A call of the webhook did not end in time");
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    worker = Optional.empty();
  }

  private void round() {
    try {
      delivery.round();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.warn("The webhook's round failed; the next one goes on", e);
    }
  }
}
