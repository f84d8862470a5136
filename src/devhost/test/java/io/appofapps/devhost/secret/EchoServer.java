package io.appofapps.devhost.secret;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An "API server" as bad as it can be: whatever it is asked, it fails and tells in its answer the
 * credentials that it was sent. Each token is refused by 401 at first and met with 500 later.
 */
final class EchoServer implements AutoCloseable {

  private static final int THREADS = 4;

  private final Set<String> seen = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
  private final HttpServer server;

  EchoServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** The Authorization headers that came. */
  Set<String> seen() {
    return Set.copyOf(seen);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String credentials = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
    int code = seen.add(credentials) ? 401 : 500;
    byte[] body =
        """
        {"kind": "Status", "apiVersion": "v1", "status": "Failure", "code": %1$d,
         "reason": "%2$s", "message": "%2$s"}
        """
            .formatted(code, credentials)
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.getResponseHeaders().set("Warning", "299 - \"" + credentials + "\"");
    exchange.sendResponseHeaders(code, body.length);
    try (OutputStream out = exchange.getResponseBody()) {
      out.write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
