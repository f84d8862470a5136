package io.appofapps.confluence.application;

/**
 * A text that ends a regular expression which goes back and forth over it too often: Argo CD's
 * engines never do. For one match only.
 */
public final class PatientText implements CharSequence {

  private static final int MOST_READS = 100_000;

  private final String text;
  private int reads;

  public PatientText(String text) {
    this.text = text;
  }

  /**
   * @throws ExhaustedException when it has been read too often
   */
  @Override
  public char charAt(int index) {
    if (++reads > MOST_READS) {
      throw new ExhaustedException();
    }
    return text.charAt(index);
  }

  @Override
  public int length() {
    return text.length();
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return text.substring(start, end);
  }

  @Override
  public String toString() {
    return text;
  }

  /** Whether the text matches cannot be told in reasonable time. */
  public static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ExhaustedException() {
      super("A pattern goes over the text too often", null, false, false);
    }
  }
}
