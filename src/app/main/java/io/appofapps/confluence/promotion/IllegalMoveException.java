package io.appofapps.confluence.promotion;

/** What was asked of a promotion cannot happen in the state it is in. */
public final class IllegalMoveException extends Exception {

  private static final long serialVersionUID = 1L;

  private final PromotionState state;
  private final PromotionEvent event;

  public IllegalMoveException(PromotionState state, PromotionEvent event) {
    super("\"" + event.word() + "\" cannot happen to a promotion that is " + state.word());
    this.state = state;
    this.event = event;
  }

  /** The state it is in. */
  public PromotionState state() {
    return state;
  }

  public PromotionEvent event() {
    return event;
  }
}
