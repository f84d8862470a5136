package io.appofapps.confluence.git;

import io.appofapps.confluence.cluster.AddressGuard;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.eclipse.jgit.transport.http.HttpConnection;
import org.eclipse.jgit.transport.http.HttpConnectionFactory;
import org.eclipse.jgit.transport.http.JDKHttpConnection;

/**
 * The HTTP connections of one task: to one host only, within one budget, signed in from the first
 * request on. Answers that ask for another way of signing in or lead elsewhere end it, so that JGit
 * never tries ways of its own.
 */
final class LimitedConnections implements HttpConnectionFactory {

  private static final String PUSH = "/git-receive-pack";

  private final URL address;
  private final Optional<String> authorization;
  private final Budget budget;

  /**
   * @param address whose scheme, host and port are the only ones to be called
   * @param signIn user and token
   */
  LimitedConnections(URL address, Optional<Remote.SignIn> signIn, Budget budget) {
    this.address = address;
    this.authorization = signIn.map(LimitedConnections::basic);
    this.budget = budget;
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
    AddressGuard.resolve(URI.create(url.toString()));
    if (url.getPath().endsWith(PUSH)) {
      budget.pushes();
    }
    return new Connection(url, proxy);
  }

  private static String basic(Remote.SignIn signIn) {
    String pair = signIn.user() + ":" + signIn.token().reveal();
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
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
      return budget.limited(super.getInputStream());
    }
  }
}
