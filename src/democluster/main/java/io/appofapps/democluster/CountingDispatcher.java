package io.appofapps.democluster;

import io.fabric8.mockwebserver.MockWebServer;
import io.fabric8.mockwebserver.http.Dispatcher;
import io.fabric8.mockwebserver.http.MockResponse;
import io.fabric8.mockwebserver.http.RecordedRequest;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Counts requests and outlives the servers it is attached to, so that objects survive a stop. */
final class CountingDispatcher extends Dispatcher {
  private final Dispatcher target;
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

  @Override
  public MockResponse dispatch(RecordedRequest request) {
    requests.incrementAndGet();
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
