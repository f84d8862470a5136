package io.appofapps.confluence.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/** The connections of one fetch: to one host only, within one limit of bytes and time. */
final class LimitedConnections implements HttpConnectionFactory {

  private final String host;
  private final int port;
  private final BooleanSupplier stopped;
  private final long deadline;
  private long left;

  /**
   * @param address whose host and port are the only ones to be called
   * @param most bytes of all answers together
   * @param time for all of them together
   * @param stopped when nothing more shall be read
   */
  LimitedConnections(URL address, long most, Duration time, BooleanSupplier stopped) {
    this.host = address.getHost();
    this.port = address.getPort();
    this.left = most;
    this.deadline = System.nanoTime() + time.toNanos();
    this.stopped = stopped;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    if (!url.getHost().equals(host) || url.getPort() != port) {
      throw new IOException("another host");
    }
    return new Connection(url, proxy);
  }

  private void spend(int bytes) throws IOException {
    left -= Math.max(bytes, 0);
    if (left < 0) {
      throw new IOException("too much");
    }
    if (stopped.getAsBoolean() || System.nanoTime() - deadline > 0) {
      throw new IOException("too late");
    }
  }

  private final class Connection extends JDKHttpConnection {
    Connection(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
      super.setInstanceFollowRedirects(false);
    }

    @Override
    public void setInstanceFollowRedirects(boolean ignored) {
      super.setInstanceFollowRedirects(false);
    }

    @Override
    public InputStream getInputStream() throws IOException {
      return new Limited(super.getInputStream());
    }
  }

  private final class Limited extends FilterInputStream {
    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      spend(1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      spend(read);
      return read;
    }
  }
}
