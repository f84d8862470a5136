package io.appofapps.kubernetes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One connection with one request: both sides are told to close it afterwards, so that a fault
 * meets every request. Requests with a body are for those who do not read the cluster; they do not
 * come here.
 */
final class ProxiedRequest implements Runnable {

  private static final int PIECE = 256;
  private static final long LATE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final byte[] GARBAGE = "\u0000<html>}{ this is no JSON\r\n".getBytes(ISO_8859_1);

  private final FaultProxy proxy;
  private final Socket client;

  ProxiedRequest(FaultProxy proxy, Socket client) {
    this.proxy = proxy;
    this.client = client;
  }

  @Override
  public void run() {
    try {
      answer(head());
    } catch (IOException e) {
      // one of the two has gone; the other goes with it
    } finally {
      proxy.end(client);
    }
  }

  private void answer(String head) throws IOException {
    hang();
    Fault fault = proxy.fault();
    if (fault == Fault.GARBAGE) {
      write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n\r\n");
      client.getOutputStream().write(GARBAGE);
    } else if (fault.status() != 0) {
      refuse(fault.status());
    } else {
      forward(head);
    }
  }

  private void refuse(int status) throws IOException {
    String body =
        "{\"kind\":\"Status\",\"apiVersion\":\"v1\",\"status\":\"Failure\",\"code\":"
            + status
            + "}";
    write(
        "HTTP/1.1 "
            + status
            + " Refused\r\nContent-Type: application/json\r\nRetry-After: 1\r\n"
            + "Connection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body);
  }

  private void write(String text) throws IOException {
    client.getOutputStream().write(text.getBytes(ISO_8859_1));
    client.getOutputStream().flush();
  }

  private void forward(String head) throws IOException {
    Socket server = proxy.connect();
    try {
      boolean upgrade = head.toLowerCase(java.util.Locale.ROOT).contains("\r\nupgrade:");
      String sent = upgrade ? head : head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
      server.getOutputStream().write(sent.getBytes(ISO_8859_1));
      server.getOutputStream().flush();
      if (upgrade) {
        FaultProxy.daemon(() -> pumpBack(server), "fault-proxy-back");
      }
      pump(server.getInputStream(), client.getOutputStream());
    } finally {
      proxy.end(server);
    }
  }

  private void pumpBack(Socket server) {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException e) {
      proxy.end(server);
    }
  }

  private void pump(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[16_384];
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      hang();
      switch (proxy.fault()) {
        case CUT -> {
          to.write(buffer, 0, read / 2);
          to.flush();
          return;
        }
        case GARBAGE -> {
          to.write(GARBAGE);
          to.flush();
          return;
        }
        case DELAY -> late(buffer, read, to);
        default -> to.write(buffer, 0, read);
      }
      to.flush();
    }
  }

  private static void late(byte[] buffer, int length, OutputStream to) throws IOException {
    LockSupport.parkNanos(LATE_NANOS);
    for (int from = 0; from < length; from += PIECE) {
      to.write(buffer, from, Math.min(PIECE, length - from));
      to.flush();
    }
  }

  /** While the fault is to hang, nothing goes on; what was read before comes afterwards. */
  private void hang() {
    while (proxy.fault() == Fault.HANG && !proxy.isClosed() && !client.isClosed()) {
      LockSupport.parkNanos(LATE_NANOS);
    }
  }

  private String head() throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    InputStream in = client.getInputStream();
    while (!head.toString(ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("No request");
      }
      head.write(next);
    }
    return head.toString(ISO_8859_1);
  }
}
