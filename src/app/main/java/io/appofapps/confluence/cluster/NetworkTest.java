package io.appofapps.confluence.cluster;

import io.appofapps.confluence.cluster.ConnectionTestResult.FoundException;
import io.appofapps.confluence.cluster.ConnectionTestResult.Layer;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Consumer;

/** The layers below HTTP: name resolution, TCP, TLS. */
final class NetworkTest {

  private static final int CONNECT_MS = 4_000;
  private static final int HTTPS_PORT = 443;
  private static final int HTTP_PORT = 80;

  private final Access access;
  private final Clock clock;
  private final Consumer<Layer> reached;
  private final URI firstHop;

  NetworkTest(Access access, Clock clock, Consumer<Layer> reached) {
    this.access = access;
    this.clock = clock;
    this.reached = reached;
    this.firstHop = access.proxy().orElse(access.server());
  }

  void run() throws FoundException {
    reached.accept(Layer.DNS);
    InetAddress[] addresses = resolve();
    reached.accept(Layer.TCP);
    try (Socket socket = connect(addresses[0])) {
      if (isHttps()) {
        reached.accept(Layer.TLS);
        new TlsTest(access, clock).run(socket, host(), port(access.server()));
      }
    } catch (IOException e) {
      throw refused(e);
    }
  }

  private InetAddress[] resolve() throws FoundException {
    String host = AddressGuard.host(firstHop);
    try {
      return AddressGuard.resolve(firstHop);
    } catch (UnknownHostException e) {
      throw new FoundException(
          Layer.DNS,
          "The name " + host + " cannot be resolved on this Confluence node.",
          "Check the spelling of "
              + what()
              + ", and ask the network's administrators whether Confluence's DNS server knows the"
              + " name (nslookup "
              + host
              + " on the node).");
    } catch (AddressGuard.RefusedAddressException e) {
      throw new FoundException(
          Layer.DNS,
          "The name or address " + host + " leads to a place that is never an API server's.",
          e.getMessage());
    }
  }

  private Socket connect(InetAddress address) throws FoundException {
    boolean proxied = access.proxy().isPresent();
    // the proxy is asked for the name, as the client will ask it
    InetSocketAddress hop = new InetSocketAddress(address, port(firstHop));
    Socket socket = proxied ? new Socket(new Proxy(Proxy.Type.HTTP, hop)) : new Socket();
    try {
      socket.connect(
          proxied ? InetSocketAddress.createUnresolved(host(), port(access.server())) : hop,
          CONNECT_MS);
      return socket;
    } catch (IOException e) {
      try {
        socket.close();
      } catch (IOException ignored) {
        // it never was open
      }
      throw refused(e);
    }
  }

  private FoundException refused(IOException e) {
    String target = AddressGuard.host(firstHop) + ":" + port(firstHop);
    if (e instanceof SocketTimeoutException) {
      return new FoundException(
          Layer.TCP,
          "No connection to "
              + target
              + " within "
              + CONNECT_MS / 1000
              + " seconds: packets are dropped on the way.",
          "Have the firewall let the Confluence nodes through to "
              + target
              + ", or enter the proxy that they must use.");
    }
    if (e instanceof ConnectException) {
      return new FoundException(
          Layer.TCP,
          target + " refuses connections: nothing listens on that port, or a firewall rejects it.",
          "Check the port (kubectl cluster-info shows address and port of the API server) and that"
              + " the server is running.");
    }
    return new FoundException(
        Layer.TCP,
        access.proxy().isPresent()
            ? "The proxy " + target + " does not lead to the API server."
            : "The connection to " + target + " broke.",
        access.proxy().isPresent()
            ? "Check that the proxy allows CONNECT to "
                + host()
                + ":"
                + port(access.server())
                + ", or remove the proxy."
            : "Test again; if it stays so, ask the network's administrators what stands between.");
  }

  private String what() {
    return access.proxy().isPresent() ? "the proxy" : "the server";
  }

  private String host() {
    return AddressGuard.host(access.server());
  }

  private boolean isHttps() {
    return "https".equals(access.server().getScheme().toLowerCase(Locale.ROOT));
  }

  private static int port(URI address) {
    if (address.getPort() > 0) {
      return address.getPort();
    }
    return "https".equalsIgnoreCase(address.getScheme()) ? HTTPS_PORT : HTTP_PORT;
  }
}
