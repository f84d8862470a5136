package io.appofapps.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers a watch by WebSocket with a single event (RFC 6455 §§4.2.2, 5.2). */
final class WebSocketAnswer {

  private static final Pattern KEY = Pattern.compile("(?i)\r\nSec-WebSocket-Key: *([^\r]+)\r");
  private static final String SALT = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
  private static final int TEXT = 0x81;
  private static final int CLOSE = 0x88;
  private static final int TWO_BYTES = 126;
  private static final String EVENT =
      """
      {"type":"ERROR","object":{"kind":"Status","apiVersion":"v1","metadata":{},\
      "status":"Failure","message":"too old resource version: 1 (2)","reason":"Expired",\
      "code":410}}""";

  private WebSocketAnswer() {}

  /** Says that the version is too old, as a server does in the stream of a watch. */
  static void gone(String head, OutputStream out) throws IOException {
    Matcher key = KEY.matcher(head);
    if (!key.find()) {
      throw new IOException("Not a watch by WebSocket");
    }
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(key.group(1).strip())
            + "\r\n\r\n";
    out.write(answer.getBytes(UTF_8));
    byte[] event = EVENT.getBytes(UTF_8);
    out.write(new byte[] {(byte) TEXT, TWO_BYTES, (byte) (event.length >> 8), (byte) event.length});
    out.write(event);
    out.write(new byte[] {(byte) CLOSE, 0});
    out.flush();
  }

  private static String accept(String key) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-1").digest((key + SALT).getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
