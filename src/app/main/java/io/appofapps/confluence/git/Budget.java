package io.appofapps.confluence.git;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** What one task at a host may take: bytes that the host sends, and time. */
final class Budget {

  private final BooleanSupplier stopped;
  private final long most;
  private final long deadline;
  private volatile long received;
  private volatile boolean pushing;

  /**
   * @param most bytes of all answers together
   * @param time for all of them together
   * @param stopped when nothing more shall be read
   */
  Budget(long most, Duration time, BooleanSupplier stopped) {
    this.most = most;
    this.deadline = System.nanoTime() + time.toNanos();
    this.stopped = stopped;
  }

  /** Bytes of the answers so far. */
  long received() {
    return received;
  }

  /** Whether commits were on their way to the host. */
  boolean hasPushed() {
    return pushing;
  }

  void pushes() {
    pushing = true;
  }

  /** The answer, which ends with {@link LimitException} when the budget does. */
  InputStream limited(InputStream answer) {
    return new Limited(answer);
  }

  private void spend(int bytes) throws IOException {
    received += Math.max(bytes, 0);
    if (received > most) {
      throw new LimitException(LimitException.Limit.BYTES);
    }
    if (stopped.getAsBoolean() || System.nanoTime() - deadline > 0) {
      throw new LimitException(LimitException.Limit.SECONDS);
    }
  }

  private final class Limited extends FilterInputStream {
    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      spend(1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      spend(read);
      return read;
    }
  }
}
