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
  private static final long DRIP_NANOS = TimeUnit.SECONDS.toNanos(30);
  private static final byte[] GARBAGE = "\u0000<html>}{ this is no JSON\r\n".getBytes(ISO_8859_1);

  private final FaultProxy proxy;
  private final Socket client;
  private volatile String line = "";
  private volatile Fault met = Fault.NONE;
  private volatile Socket server;

  ProxiedRequest(FaultProxy proxy, Socket client) {
    this.proxy = proxy;
    this.client = client;
  }

  @Override
  public void run() {
    try {
      String head = head();
      line = head.substring(0, head.indexOf("\r\n"));
      proxy.note(this, true);
      answer(head);
    } catch (IOException e) {
      // one of the two has gone; the other goes with it
    } finally {
      proxy.note(this, false);
      proxy.end(client);
    }
  }

  /** The first line of the request, empty before it came. */
  String line() {
    return line;
  }

  /** Ends both connections. */
  void close() {
    proxy.end(client);
    Socket other = server;
    if (other != null) {
      proxy.end(other);
    }
  }

  private void answer(String head) throws IOException {
    hang();
    Fault fault = proxy.meets(line);
    met = fault;
    if (fault == Fault.GONE_IN_WATCH) {
      WebSocketAnswer.gone(head, client.getOutputStream());
    } else if (fault == Fault.GARBAGE) {
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
    server = proxy.connect();
    try {
      boolean upgrade = head.toLowerCase(java.util.Locale.ROOT).contains("\r\nupgrade:");
      String sent = upgrade ? head : head.replaceFirst("\r\n", "\r\nConnection: close\r\n");
      server.getOutputStream().write(sent.getBytes(ISO_8859_1));
      server.getOutputStream().flush();
      if (upgrade) {
        FaultProxy.daemon(() -> pumpBack(), "fault-proxy-back");
      }
      pump(server.getInputStream(), client.getOutputStream());
    } finally {
      proxy.end(server);
    }
  }

  private void pumpBack() {
    try {
      client.getInputStream().transferTo(server.getOutputStream());
    } catch (IOException e) {
      proxy.end(server);
    }
  }

  private void pump(InputStream from, OutputStream to) throws IOException {
    byte[] buffer = new byte[16_384];
    boolean begun = false;
    for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
      hang();
      switch (fault()) {
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
        case DRIP -> drip(buffer, read, to);
        case MUTE -> to.write(buffer, 0, begun ? 0 : read);
        default -> to.write(buffer, 0, read);
      }
      begun = true;
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

  /** What is wrong with this request now; what met it alone stays with it. */
  private Fault fault() {
    Fault now = proxy.feels(line);
    return now == Fault.NONE && proxy.isForOne() ? met : now;
  }

  private void drip(byte[] buffer, int length, OutputStream to) throws IOException {
    int from = 0;
    while (from < length && fault() == Fault.DRIP && !client.isClosed()) {
      to.write(buffer, from++, 1);
      to.flush();
      long next = System.nanoTime() + DRIP_NANOS;
      while (System.nanoTime() < next && fault() == Fault.DRIP && !client.isClosed()) {
        LockSupport.parkNanos(LATE_NANOS);
      }
    }
    to.write(buffer, from, length - from);
  }

  /** While the fault is to hang, nothing goes on; what was read before comes afterwards. */
  private void hang() {
    while (fault() == Fault.HANG && !proxy.isClosed() && !client.isClosed()) {
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
