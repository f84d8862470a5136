package io.appofapps.confluence.cluster;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Keeps connections away from addresses that are never a cluster's and give secrets to whoever can
 * ask: link-local ones and the clouds' metadata services. Loopback and private ones are allowed:
 * clusters live there.
 */
public final class AddressGuard {

  /** Metadata services outside the link-local ranges: AWS over IPv6, Alibaba, Azure, Oracle. */
  private static final Set<String> METADATA =
      Set.of("fd00:ec2:0:0:0:0:0:254", "100.100.100.200", "168.63.129.16", "192.0.0.192");

  private AddressGuard() {}

  /** A refused address; the message is for people. */
  public static final class RefusedAddressException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RefusedAddressException() {
      super(
          "The address is a link-local one or that of a cloud's metadata service, which is"
              + " refused: no API server is reached there. Check the server of the connection and"
              + " the DNS entry of its name.");
    }
  }

  /**
   * Resolves the host, so that a name cannot lead to what an address may not.
   *
   * @throws RefusedAddressException when any of its addresses is refused
   * @throws UnknownHostException when the name has no address
   */
  public static InetAddress[] resolve(URI address) throws UnknownHostException {
    InetAddress[] all = InetAddress.getAllByName(host(address));
    if (Arrays.stream(all).anyMatch(isRefused())) {
      throw new RefusedAddressException();
    }
    return all;
  }

  /** The host without the brackets of an IPv6 address. */
  static String host(URI address) {
    return address.getHost().replaceAll("^\\[|\\]$", "");
  }

  private static Predicate<InetAddress> isRefused() {
    return address ->
        address.isLinkLocalAddress()
            || address.isAnyLocalAddress()
            || address.isMulticastAddress()
            || METADATA.contains(address.getHostAddress());
  }
}
