package io.appofapps.kubernetes;

/** What can go wrong between a client and an API server. */
public enum Fault {
  /** Nothing: requests go through. */
  NONE(0),
  /** No connection is accepted; those there are end. */
  REFUSE(0),
  /** Connections are accepted and stay; nothing is answered on them, and nothing goes on. */
  HANG(0),
  /** Every answer, watches too, ends in the middle of a line. */
  CUT(0),
  /** What is answered comes late, and in small pieces. */
  DELAY(0),
  /** One byte of an answer comes, and another one every 30 seconds. */
  DRIP(0),
  /** Answers begin, then nothing more comes through, although the connection stays. */
  MUTE(0),
  /** Watches are accepted, and their only event says that the version is too old. */
  GONE_IN_WATCH(0),
  /** Every answer is no JSON, and running ones turn into none. */
  GARBAGE(0),
  UNAUTHORIZED(401),
  FORBIDDEN(403),
  /** Watches and the next pages of lists are told that their version is too old. */
  GONE(410),
  TOO_MANY_REQUESTS(429),
  SERVER_ERROR(500);

  private final int status;

  Fault(int status) {
    this.status = status;
  }

  /** The HTTP status that every request is answered with, 0 for none. */
  int status() {
    return status;
  }
}
