package io.appofapps.confluence.docs.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PaceTest {

  private long now;

  @Property(tries = 100)
  void neverMoreThanFiftyStatementsASecondFromTheFirstOn(
      @ForAll List<@IntRange(min = 0, max = 200) Integer> takes) {
    now = 0;
    Pace pace = new Pace(() -> now, nanos -> now += nanos);
    int before = 0;
    for (int take : takes) {
      pace.take(take);
      before += take;
      assertThat(now * Pace.PER_SECOND).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(before));
    }
    assertThat(pace.taken()).isEqualTo(before);
  }

  @Example
  void anInterruptEndsTheWaiting() {
    Pace pace =
        new Pace(
            () -> 0,
            nanos -> {
              throw new InterruptedException();
            });
    assertThatThrownBy(() -> pace.take(1)).isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
