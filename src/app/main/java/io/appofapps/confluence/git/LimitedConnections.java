package io.appofapps.confluence.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * The connections of one task: to one host only, within one limit of bytes and time, signed in from
 * the first request on. Answers that ask for another way of signing in or lead elsewhere end it, so
 * that JGit never tries ways of its own.
 */
final class LimitedConnections implements HttpConnectionFactory {

  private static final String PUSH = "/git-receive-pack";

  private final URL address;
  private final Optional<String> authorization;
  private final BooleanSupplier stopped;
  private final long most;
  private final long deadline;
  private long received;
  private boolean pushing;

  /**
   * @param address whose scheme, host and port are the only ones to be called
   * @param signIn user and token
   * @param most bytes of all answers together
   * @param time for all of them together
   * @param stopped when nothing more shall be read
   */
  LimitedConnections(
      URL address,
      Optional<Remote.SignIn> signIn,
      long most,
      Duration time,
      BooleanSupplier stopped) {
    this.address = address;
    this.authorization = signIn.map(LimitedConnections::basic);
    this.most = most;
    this.deadline = System.nanoTime() + time.toNanos();
    this.stopped = stopped;
  }

  /** Bytes of the answers so far. */
  long received() {
    return received;
  }

  /** Whether commits were on their way to the host. */
  boolean hasPushed() {
    return pushing;
  }

  @Override
  public HttpConnection create(URL url) throws IOException {
    return create(url, Proxy.NO_PROXY);
  }

  @Override
  public HttpConnection create(URL url, Proxy proxy) throws IOException {
    if (!url.getProtocol().equals(address.getProtocol())
        || !url.getHost().equals(address.getHost())
        || url.getPort() != address.getPort()) {
      throw new IOException("another host");
    }
    pushing |= url.getPath().endsWith(PUSH);
    return new Connection(url, proxy);
  }

  private static String basic(Remote.SignIn signIn) {
    String pair = signIn.user() + ":" + signIn.token().reveal();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private void spend(int bytes) throws IOException {
    received += Math.max(bytes, 0);
    if (received > most) {
      throw new LimitException(LimitException.Limit.BYTES);
    }
    if (stopped.getAsBoolean() || System.nanoTime() - deadline > 0) {
      throw new LimitException(LimitException.Limit.SECONDS);
    }
  }

  private final class Connection extends JDKHttpConnection {
    Connection(URL url, Proxy proxy) throws IOException {
      super(url, proxy);
      super.setInstanceFollowRedirects(false);
      authorization.ifPresent(value -> setRequestProperty("Authorization", value));
    }

    @Override
    public void setInstanceFollowRedirects(boolean ignored) {
      super.setInstanceFollowRedirects(false);
    }

    @Override
    public int getResponseCode() throws IOException {
      int status = super.getResponseCode();
      if (status >= 300) {
        throw new HostAnswerException(status);
      }
      return status;
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
