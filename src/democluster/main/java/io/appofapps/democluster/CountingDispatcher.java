package io.appofapps.democluster;

import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts requests and outlives the servers it is attached to, so that objects survive a stop. */
final class CountingDispatcher extends Dispatcher {
  private static final int REMEMBERED = 1_000;
  private final Dispatcher target;
  private final Deque<String> recent = new ArrayDeque<>();
  private final AtomicLong requests = new AtomicLong();
  private volatile MockWebServer web;

  CountingDispatcher(Dispatcher target) {
    this.target = target;
  }

  void attach(MockWebServer server) {
    web = server;
  }

  long requests() {
    return requests.get();
  }

  /** The last requests, oldest first, as method and path with query. */
  List<String> recent() {
    synchronized (recent) {
      return List.copyOf(recent);
    }
  }

  private void remember(RecordedRequest request) {
    synchronized (recent) {
      recent.add(request.getMethod() + " " + request.getPath());
      if (recent.size() > REMEMBERED) {
        recent.remove();
      }
    }
  }

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    requests.incrementAndGet();
    remember(request);
    forgetRecordedRequest();
    return target.dispatch(request);
  }

  /** The mock server keeps every request for assertions; a demo runs for days. */
  private void forgetRecordedRequest() {
    try {
      web.takeRequest(0, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
