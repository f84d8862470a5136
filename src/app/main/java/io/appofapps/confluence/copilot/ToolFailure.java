package io.appofapps.confluence.copilot;

import io.appofapps.confluence.view.frame.MessageBox;

/** A tool has no answer; the message says why, and what to do instead. */
final class ToolFailure extends Exception {

  private static final long serialVersionUID = 1L;

  ToolFailure(String message) {
    super(message);
  }

  static ToolFailure of(MessageBox.Message message) {
    return new ToolFailure((message.message() + " " + message.action()).strip());
  }
}
