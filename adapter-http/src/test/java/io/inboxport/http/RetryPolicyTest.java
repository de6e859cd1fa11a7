package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongUnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class RetryPolicyTest {
  private final Unavailable failure = new Unavailable(Operation.ME, null, "down", null, null);

  private final List<Long> ranges = new ArrayList<>();

  @Test
  void the_range_of_the_pauses_grows_from_250_milliseconds_to_5_seconds() {
    pauses(10, range -> 0);

    assertThat(ranges)
        .containsExactly(250L, 500L, 1_000L, 2_000L, 4_000L, 5_000L, 5_000L, 5_000L, 5_000L);
  }

  @Test
  void a_pause_is_as_long_as_drawn_and_there_is_none_after_the_last_attempt() {
    assertThat(pauses(4, range -> range / 2)).containsExactly(125L, 250L, 500L, -1L);
  }

  @Test
  void a_failure_that_another_attempt_cannot_mend_is_followed_by_no_pause() {
    var attempts = policy(3, range -> range).ofOneCall();

    assertThat(attempts.onError(new UnreadableResponse(Operation.ME, null, "no JSON", null)))
        .isEqualTo(-1);
    assertThat(ranges).isEmpty();
  }

  @Test
  void a_pause_is_drawn_from_its_whole_range() {
    var drawn = LongStream.range(0, 1_000).map(i -> RetryPolicy.EVENLY.applyAsLong(2));

    assertThat(drawn.distinct().boxed()).containsExactlyInAnyOrder(0L, 1L, 2L);
  }

  private List<Long> pauses(int attempts, LongUnaryOperator draw) {
    var ofOneCall = policy(attempts, draw).ofOneCall();
    return LongStream.range(0, attempts).map(i -> ofOneCall.onError(failure)).boxed().toList();
  }

  private RetryPolicy policy(int attempts, LongUnaryOperator draw) {
    return new RetryPolicy(
        attempts,
        range -> {
          ranges.add(range);
          return draw.applyAsLong(range);
        });
  }
}
