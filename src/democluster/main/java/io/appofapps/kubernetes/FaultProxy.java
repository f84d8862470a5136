package io.appofapps.kubernetes;

import io.fabric8.kubernetes.client.internal.CertUtils;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Stands before a real API server, on a port and with the certificate of its own server, and does
 * to connections what networks, load balancers and servers do. One fault at a time, for new and
 * running requests alike, for all or some of them.
 */
public final class FaultProxy implements AutoCloseable {

  private static final int CLOSING_MILLIS = 500;
  private static final int ALL = -1;
  private static final char[] NO_PASSWORD = new char[0];

  private final RealKubernetes server;
  private final SSLContext own;
  private final SSLContext upstream;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private final Set<ProxiedRequest> running = ConcurrentHashMap.newKeySet();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile Rule rule = new Rule(Fault.NONE, line -> true, new AtomicInteger(ALL));
  private volatile boolean closed;
  private volatile SSLServerSocket listener;

  private FaultProxy(RealKubernetes server) throws GeneralSecurityException, IOException {
    this.server = server;
    this.own = ownContext(server);
    this.upstream = RealKubernetes.trustEverything();
    this.listener = listen(0);
    this.port = listener.getLocalPort();
  }

  /** Starts before the server, without a fault. */
  public static FaultProxy before(RealKubernetes server) {
    try {
      FaultProxy proxy = new FaultProxy(server);
      proxy.accept();
      return proxy;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("No proxy", e);
    }
  }

  /** A kubeconfig that leads through the proxy. */
  public String kubeconfig(String token) {
    return server.kubeconfig(token).replace(server.address(), address().toString());
  }

  /** Where the proxy listens. */
  public URI address() {
    return URI.create("https://127.0.0.1:" + port);
  }

  /**
   * What is wrong at a time.
   *
   * @param concerns whether it meets a request, told from its first line
   * @param left how many new requests it still meets, and only those feel it; negative for all, the
   *     running ones too
   */
  private record Rule(Fault fault, Predicate<String> concerns, AtomicInteger left) {}

  /** Does this from now on to every request; what is under way feels it too. */
  public void set(Fault next) {
    set(next, line -> true);
  }

  /**
   * Does this from now on to some requests; of those under way they feel it too.
   *
   * @param concerns told the first line of a request, for instance {@code GET /apis/… HTTP/1.1}
   */
  public void set(Fault next, Predicate<String> concerns) {
    set(new Rule(next, concerns, new AtomicInteger(ALL)));
  }

  /** Does this to the next such request only; running ones it ends. */
  public void once(Fault next, Predicate<String> concerns) {
    set(new Rule(next, concerns, new AtomicInteger(1)));
  }

  /** Ends the connections of such requests; new ones go through. */
  public void cut(Predicate<String> concerns) {
    running.stream().filter(each -> concerns.test(each.line())).forEach(ProxiedRequest::close);
  }

  /** The first lines of all requests so far, in their order. */
  public List<String> requests() {
    return List.copyOf(asked);
  }

  private synchronized void set(Rule now) {
    boolean wasDeaf = rule.fault() == Fault.REFUSE;
    Fault next = now.fault();
    rule = now;
    if (next == Fault.REFUSE) {
      close(listener);
    } else if (wasDeaf) {
      try {
        listener = listen(port);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      accept();
    }
    if (next == Fault.REFUSE) {
      open.forEach(FaultProxy::close);
    } else if (next.status() != 0 || next == Fault.GONE_IN_WATCH) {
      cut(now.concerns());
    }
  }

  /** What a new request meets. */
  Fault meets(String line) {
    asked.add(line);
    Rule now = rule;
    return now.concerns().test(line) && now.left().getAndUpdate(FaultProxy::used) != 0
        ? now.fault()
        : Fault.NONE;
  }

  /** What a running request feels. */
  Fault feels(String line) {
    Rule now = rule;
    return now.left().get() == ALL && now.concerns().test(line) ? now.fault() : Fault.NONE;
  }

  /** Whether what is wrong concerns single requests. */
  boolean isForOne() {
    return rule.left().get() != ALL;
  }

  private static int used(int left) {
    return left > 0 ? left - 1 : left;
  }

  /** Takes note of a request that is under way, or no more. */
  void note(ProxiedRequest request, boolean isRunning) {
    if (isRunning) {
      running.add(request);
    } else {
      running.remove(request);
    }
  }

  /** A new connection to the server. */
  Socket connect() throws IOException {
    return keep(
        upstream.getSocketFactory().createSocket(InetAddress.getLoopbackAddress(), server.port()));
  }

  private <T extends Closeable> T keep(T connection) {
    open.add(connection);
    return connection;
  }

  /** Ends a connection for good. */
  void end(Closeable connection) {
    open.remove(connection);
    close(connection);
  }

  private void accept() {
    SSLServerSocket current = listener;
    daemon(
        () -> {
          while (!current.isClosed()) {
            try {
              Socket client = keep(current.accept());
              daemon(new ProxiedRequest(this, client), "fault-proxy-request");
            } catch (IOException e) {
              close(current);
            }
          }
        },
        "fault-proxy");
  }

  static void daemon(Runnable work, String name) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }

  private SSLServerSocket listen(int wanted) throws IOException {
    SSLServerSocket socket = (SSLServerSocket) own.getServerSocketFactory().createServerSocket();
    socket.setReuseAddress(true);
    socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
    return socket;
  }

  private static SSLContext ownContext(RealKubernetes server)
      throws GeneralSecurityException, IOException {
    KeyStore keys =
        CertUtils.createKeyStore(
            stream(server.ca()), stream(server.key()), "RSA", NO_PASSWORD, null, NO_PASSWORD);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keys, NO_PASSWORD);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static InputStream stream(String pem) {
    return new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII));
  }

  private static void close(Closeable connection) {
    try {
      if (connection instanceof Socket socket) {
        // closing TLS reads what the other side still sends, and some never end
        socket.setSoTimeout(CLOSING_MILLIS);
      }
      connection.close();
    } catch (IOException e) {
      // it is gone, which is all that was wanted
    }
  }

  /** Whether the proxy has ended. */
  boolean isClosed() {
    return closed;
  }

  @Override
  public void close() {
    closed = true;
    close(listener);
    open.forEach(FaultProxy::close);
  }
}
