package io.inboxport.http;

import static io.inboxport.properties.Generators.enums;
import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.longs;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.account.AccountId;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.SteppedTime;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.properties.Generator;
import io.inboxport.properties.PropertyCheck;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import okhttp3.HttpUrl;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import retrofit2.Response;

/** One deadline around waits, attempts and pauses, in a time that is stepped. */
class CallDeadlineTest {
  private static final int ATTEMPTS = 10;
  private static final long SECOND = Duration.ofSeconds(1).toMillis();

  /** End of an attempt that is not cut off. */
  private enum End {
    SUCCESS(200, 0),
    UNAVAILABLE(503, 0),
    UNAVAILABLE_FOR_TWO_SECONDS(503, 2),
    LIMITED_FOR_THREE_SECONDS(429, 3),
    BROKEN_CONNECTION(0, 0);

    private final int status;
    private final int retryAfter;

    End(int status, int retryAfter) {
      this.status = status;
      this.retryAfter = retryAfter;
    }
  }

  /**
   * One attempt, and what is around it.
   *
   * @param turn how long it waits for its turn, in milliseconds
   * @param drips after how many milliseconds each byte of its answer comes
   * @param end how it ends
   * @param share the share of the range that is drawn for the pause afterwards, in percent
   */
  private record Step(long turn, List<Long> drips, End end, long share) {
    static Step failing(long share) {
      return new Step(0, List.of(), End.UNAVAILABLE, share);
    }

    /** The pause after it, in milliseconds, if there is time for one. */
    long pause(long range) {
      return Math.max(range * share / 100, end.retryAfter * SECOND);
    }
  }

  private static Generator<Step> steps() {
    var drips = lists(longs(0, 4 * SECOND), 0, 10);
    Generator<Long> turns = longs(0, 10 * SECOND);
    Generator<Integer> shares = integers(0, 100);
    return draws ->
        new Step(
            turns.from(draws), drips.from(draws), enums(End.class).from(draws), shares.from(draws));
  }

  @Test
  void whatever_happens_a_call_ends_within_its_deadline() {
    PropertyCheck.standard()
        .forAll(
            longs(1, 120 * SECOND),
            lists(steps(), 1, ATTEMPTS),
            (deadline, steps) -> {
              var course = new Course(Duration.ofMillis(deadline), steps);
              course.run();

              assertThat(course.time.elapsed()).isLessThanOrEqualTo(course.deadline);
            });
  }

  @Test
  void every_attempt_gets_what_is_left_of_the_deadline_and_enough_of_it() {
    PropertyCheck.standard()
        .forAll(
            longs(1, 120 * SECOND),
            lists(steps(), 1, ATTEMPTS),
            (deadline, steps) -> {
              var course = new Course(Duration.ofMillis(deadline), steps);
              course.run();

              var enough =
                  Collections.min(List.of(Duration.ofSeconds(1), course.deadline.dividedBy(4)));
              for (var attempt : course.attempts) {
                assertThat(attempt.allowed)
                    .isEqualTo(course.deadline.minus(attempt.startedAt))
                    .isGreaterThanOrEqualTo(enough);
              }
            });
  }

  @Test
  void between_two_attempts_are_the_drawn_pause_and_the_wait_for_the_turn() {
    PropertyCheck.standard()
        .forAll(
            longs(1, 120 * SECOND),
            lists(steps(), 1, ATTEMPTS),
            (deadline, steps) -> {
              var course = new Course(Duration.ofMillis(deadline), steps);
              course.run();

              for (int i = 1; i < course.attempts.size(); i++) {
                long range = Math.min(250L << (i - 1), 5 * SECOND);
                var before = course.attempts.get(i - 1).endedAt;
                assertThat(course.attempts.get(i).startedAt.minus(before))
                    .hasMillis(steps.get(i - 1).pause(range) + course.step(i).turn);
              }
            });
  }

  @Test
  void an_attempt_that_takes_long_leaves_the_next_one_little() {
    var slow = new Step(0, List.of(6 * SECOND), End.UNAVAILABLE, 100);
    var course = new Course(Duration.ofSeconds(10), List.of(slow, slow));

    course.run();

    assertThat(course.attempts)
        .extracting(attempt -> attempt.allowed)
        .containsExactly(Duration.ofSeconds(10), Duration.ofMillis(3_750));
    assertThat(course.time.elapsed()).isEqualTo(Duration.ofSeconds(10));
  }

  @ParameterizedTest
  @CsvSource({"333, 1", "334, 2", "4749, 4", "4750, 5"})
  void a_pause_leaves_a_quarter_of_a_short_deadline_and_a_second_of_a_long_one(
      long deadline, int attempts) {
    var whole = Step.failing(100);
    var course =
        new Course(Duration.ofMillis(deadline), List.of(whole, whole, whole, whole, whole));

    course.run();

    assertThat(course.attempts).hasSize(attempts);
  }

  /** An attempt as it was made. */
  private static final class Made {
    final Duration allowed;
    final Duration startedAt;
    Duration endedAt;

    Made(Duration allowed, Duration startedAt) {
      this.allowed = allowed;
      this.startedAt = startedAt;
      this.endedAt = startedAt;
    }
  }

  /** One call, whose attempts go by these steps; what comes after them succeeds at once. */
  private static final class Course {
    private static final Step LAST = new Step(0, List.of(), End.SUCCESS, 0);

    final SteppedTime time = new SteppedTime();
    final List<Made> attempts = new ArrayList<>();
    final Duration deadline;
    private final List<Step> steps;

    Course(Duration deadline, List<Step> steps) {
      this.deadline = deadline;
      this.steps = steps;
    }

    Step step(int index) {
      return index < steps.size() ? steps.get(index) : LAST;
    }

    private Step next() {
      return step(attempts.size());
    }

    void run() {
      var account =
          new AccountRegistry(time, time.clock())
              .of(HttpUrl.get("http://localhost/"), AccountId.of("001000000000001"));
      var calls =
          new ReliableCallRunner(
              account,
              new GuardedBudget(new Turns()),
              new RetryPolicy(
                  ATTEMPTS, range -> range * steps.get(attempts.size() - 1).share / 100),
              new ListenerNotifier(List.of()),
              time.clock(),
              time,
              deadline);
      try {
        calls.make(
            ApiExchange.read(
                Operation.ME,
                null,
                List.of(),
                departure -> new SteppedCall(),
                AnswerPayload::none));
      } catch (InboxException failure) {
        assertThat(failure).isNotInstanceOf(InboxException.UnreadableResponse.class);
      }
    }

    /** Lets a request wait for the turn of its step. */
    private final class Turns implements RequestBudget {
      @Override
      public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
        var turn = Duration.ofMillis(next().turn);
        if (turn.compareTo(patience) > 0) {
          throw new PermitRefused(time.clock().instant().plus(turn));
        }
        time.pass(turn);
        return () -> {};
      }

      @Override
      public void block(Duration pause) {}
    }

    /** An attempt that lets time pass, and ends with its time at the latest. */
    private final class SteppedCall extends UnsentCall {
      @Override
      public Response<ResponseBody> execute() throws IOException {
        var step = next();
        var made = new Made(Duration.ofNanos(timeout().timeoutNanos()), time.elapsed());
        attempts.add(made);
        try {
          for (long drip : step.drips) {
            pass(made, Duration.ofMillis(drip));
          }
          return answer(step.end);
        } finally {
          made.endedAt = time.elapsed();
        }
      }

      private void pass(Made made, Duration drip) throws InterruptedIOException {
        var left = made.startedAt.plus(made.allowed).minus(time.elapsed());
        if (drip.compareTo(left) >= 0) {
          time.pass(left);
          throw new InterruptedIOException("timeout");
        }
        time.pass(drip);
      }

      private Response<ResponseBody> answer(End end) throws IOException {
        if (end.status == 0) {
          throw new IOException("reset");
        }
        var raw =
            new okhttp3.Response.Builder()
                .request(new Request.Builder().url("http://localhost/").build())
                .protocol(Protocol.HTTP_1_1)
                .code(end.status)
                .message("");
        if (end.retryAfter > 0) {
          raw.header("Retry-After", "" + end.retryAfter);
        }
        var body = ResponseBody.create("{\"Result\":true}", null);
        return end.status == 200
            ? Response.success(body, raw.build())
            : Response.error(body, raw.build());
      }
    }
  }
}
