package io.appofapps.confluence.promotion.notice;

/** A way of telling people something. Every bean of this type is used. */
public interface Messenger {

  /**
   * Hands the message on. What cannot be told, such as to somebody without an e-mail address, is
   * left; the log says so.
   *
   * @throws RuntimeException when this way is not there now
   */
  void send(Message message);
}
