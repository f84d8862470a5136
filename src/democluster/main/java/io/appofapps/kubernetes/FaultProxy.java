package io.appofapps.kubernetes;

import io.fabric8.kubernetes.client.internal.CertUtils;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/**
 * Stands before a real API server, on a port and with the certificate of its own server, and does
 * to connections what networks, load balancers and servers do. One fault at a time, for new and
 * running requests alike.
 */
public final class FaultProxy implements AutoCloseable {

  private static final char[] NO_PASSWORD = new char[0];

  private final RealKubernetes server;
  private final SSLContext own;
  private final SSLContext upstream;
  private final Set<Closeable> open = ConcurrentHashMap.newKeySet();
  private final int port;
  private volatile Fault fault = Fault.NONE;
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
    return server.kubeconfig(token).replace(server.address(), "https://127.0.0.1:" + port);
  }

  /** Does this from now on; what is under way feels it too. */
  public synchronized void set(Fault next) {
    boolean wasDeaf = fault == Fault.REFUSE;
    fault = next;
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
    if (next == Fault.REFUSE || next.status() != 0) {
      open.forEach(FaultProxy::close);
    }
  }

  /** What it does now. */
  Fault fault() {
    return fault;
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
    socket.bind(new java.net.InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
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
