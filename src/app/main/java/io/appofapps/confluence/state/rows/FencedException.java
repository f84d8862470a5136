package io.appofapps.confluence.state.rows;

/** Another node has taken the connection over: what this one wanted to write is refused. */
final class FencedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FencedException(String connection, long mine, long current) {
    super(
        "Connection " + connection + " is led in term " + current + "; term " + mine + " is over");
  }
}
