package io.appofapps.confluence.promotion.notice;

import io.appofapps.confluence.promotion.Person;
import io.appofapps.confluence.promotion.Promotion;
import io.appofapps.confluence.promotion.desk.PromotionListener;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets people be told on a thread of its own, so that no promotion waits for it. */
@Named
public class NoticeThread implements PromotionListener {

  private static final Logger LOG = LoggerFactory.getLogger(NoticeThread.class);
  private static final int MOST_WAITING = 1_000;
  private static final int STOP_SECONDS = 10;

  private final Notices notices;
  private Optional<ThreadPoolExecutor> worker = Optional.empty();

  @Inject
  public NoticeThread(Notices notices) {
    this.notices = notices;
  }

  /** Begins; a second start does nothing. */
  public synchronized void start() {
    if (worker.isPresent()) {
      return;
    }
    worker =
        Optional.of(
            new ThreadPoolExecutor(
                1,
                1,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(MOST_WAITING),
                task -> {
                  Thread thread = new Thread(task, "app-of-apps-notices");
                  thread.setDaemon(true);
                  thread.setContextClassLoader(NoticeThread.class.getClassLoader());
                  return thread;
                }));
  }

  /** Ends, when what waits has been told or ten seconds are over. */
  public synchronized void stop() {
    worker.ifPresent(
        executor -> {
          executor.shutdown();
          try {
            if (!executor.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
              int left = executor.shutdownNow().size();
              LOG.warn("People were not told of {} events of promotions before the end", left);
            }
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
    worker = Optional.empty();
  }

  @Override
  public synchronized void happened(Promotion after, String event, Person who) {
    try {
      worker.ifPresent(executor -> executor.execute(() -> tell(after, event, who)));
    } catch (RejectedExecutionException e) {
      LOG.warn("Too many events of promotions wait: nobody is told of {} of {}", event, after.id());
    }
  }

  private void tell(Promotion after, String event, Person who) {
    try {
      notices.tell(after, event, who);
    } catch (RuntimeException e) {
      LOG.warn("People could not be told of {} of promotion {}", event, after.id(), e);
    }
  }
}
