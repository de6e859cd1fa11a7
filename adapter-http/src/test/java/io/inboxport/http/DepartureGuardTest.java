package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.budget.LocalRequestBudget;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.Operation;
import io.inboxport.port.InboxGateway;
import java.io.IOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.EventListener;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Response;
import okhttp3.ResponseBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests that a write asks before it leaves, as late as it can, and stays here if it may not. */
class DepartureGuardTest extends ReliableCallFixture {
  private static final String OVER = "The time in which it may leave is over. Nothing happened";

  private static final SampleCall NOTE = new SampleCall(Operation.ADD_NOTE);
  private static final SampleCall REPLY = new SampleCall(Operation.REPLY);

  private final List<String> course = new ArrayList<>();
  private final AtomicBoolean allowed = new AtomicBoolean(true);

  @ParameterizedTest
  @MethodSource("writes")
  void a_write_that_may_not_leave_takes_no_permit_and_looks_for_no_connection(SampleCall write) {
    try (var first = settings().budget(new NotingBudget()).client(noting().build()).build()) {
      assertRefused(first.leavingOnlyIf(asked(() -> false)), write);
    }

    assertThat(course).containsExactly("asked");
    assertThat(server.requests()).isZero();
    assertThat(heard.attempts).isEmpty();
    assertThat(heard.calls)
        .singleElement()
        .satisfies(call -> assertThat(call.outcome()).isEqualTo(CallOutcome.UNAVAILABLE));
  }

  @Test
  void a_write_is_asked_last_when_its_connection_stands_and_right_before_it_leaves() {
    server.answers(NOTED);
    try (var first = settings().budget(new NotingBudget()).client(noting().build()).build()) {
      first.leavingOnlyIf(asked(allowed::get)).addNote(ID, "a note");
    }

    assertThat(course)
        .containsExactly(
            "asked", "permit", "asked", "lookup", "connection", "asked", "leaves", "closed");
  }

  @Test
  void a_write_on_a_connection_that_stood_before_is_asked_as_late() {
    server.answers(NOTED).answers(NOTED);
    try (var first = settings().client(noting().build()).build()) {
      first.addNote(ID, "a note");
      course.clear();
      first.leavingOnlyIf(asked(allowed::get)).addNote(ID, "a note");
    }

    assertThat(course).containsExactly("asked", "asked", "connection", "asked", "leaves");
  }

  @Test
  void a_write_whose_time_ends_while_it_waits_for_a_permit_gives_the_permit_back()
      throws Exception {
    server.answers(NOTED);
    var limits = RequestLimits.documented().toBuilder().perMinute(1).build();
    var budget = LocalRequestBudget.of(limits, time, time.clock());
    budget.reserve(RequestKind.WRITE, Duration.ZERO).close();
    BooleanSupplier soon = () -> time.elapsed().compareTo(Duration.ofSeconds(20)) < 0;
    try (var first =
        settings()
            .budget(budget)
            .client(noting().build())
            .deadline(Duration.ofMinutes(2))
            .build()) {
      assertRefused(first.leavingOnlyIf(asked(soon)), NOTE);

      var waited = time.elapsed();
      assertThat(waited).isGreaterThan(Duration.ofSeconds(20));
      assertThat(course).containsExactly("asked", "asked");
      assertThat(server.requests()).isZero();
      first.addNote(ID, "a note that needs the one permit of this minute");
      assertThat(time.elapsed()).isEqualTo(waited);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lookup", "connection"})
  void a_write_whose_time_ends_between_its_permit_and_its_socket_stays_here(String moment) {
    server.answers(NOTED);
    try (var first =
        settings().budget(new NotingBudget()).client(endingAt(moment).build()).build()) {
      var guarded = first.leavingOnlyIf(asked(allowed::get));

      assertRefused(guarded, NOTE);

      assertThat(course)
          .containsExactly(
              "asked", "permit", "asked", "lookup", "connection", "asked", "cancelled");
      assertThat(server.requests()).isZero();
      assertThat(heard.attempts)
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.outcome()).isEqualTo(CallOutcome.UNAVAILABLE);
                assertThat(attempt.status()).isZero();
              });
      assertThat(time.parks).isEmpty();
      first.addNote(ID, "a note");
    }
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_write_that_could_not_connect_is_asked_before_another_attempt() {
    var client = unknownHost();
    heard.then = () -> allowed.set(false);
    try (var first = settings().budget(new NotingBudget()).client(client).build()) {
      var refusal = assertRefused(first.leavingOnlyIf(asked(allowed::get)), NOTE);

      assertThat(refusal).hasCauseInstanceOf(Unavailable.class);
    }
    assertThat(course).containsExactly("asked", "permit", "asked", "lookup", "closed", "asked");
    assertThat(time.parks).isEmpty();
  }

  @Test
  void a_write_whose_time_ends_in_the_pause_between_two_attempts_makes_no_second_one() {
    BooleanSupplier threeTimes = () -> course.stream().filter("asked"::equals).count() <= 3;
    try (var first = settings().budget(new NotingBudget()).client(unknownHost()).build()) {
      assertRefused(first.leavingOnlyIf(asked(threeTimes)), NOTE);
    }
    assertThat(course)
        .containsExactly("asked", "permit", "asked", "lookup", "closed", "asked", "asked");
  }

  @Test
  void a_write_that_left_in_time_is_not_asked_about_its_answer() {
    server.answers(503, "");
    var client = noting().addNetworkInterceptor(afterwards(() -> allowed.set(false))).build();
    try (var first = settings().client(client).build()) {
      var guarded = first.leavingOnlyIf(asked(allowed::get));

      assertThatThrownBy(() -> guarded.addNote(ID, "a note")).isInstanceOf(OutcomeUnknown.class);
    }
    assertThat(course).endsWith("asked", "leaves");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_read_is_not_asked() {
    server.answers(503, "").answers(FOUND);

    gateway.leavingOnlyIf(asked(() -> false)).get(ID);

    assertThat(course).isEmpty();
    assertThat(server.requests()).isEqualTo(2);
  }

  @Test
  void what_may_not_leave_says_nothing_of_the_server() {
    try (var first = settings().client(endingAt("connection").build()).build()) {
      failTenTimes();
      time.pass(Duration.ofSeconds(10));
      var guarded = first.leavingOnlyIf(asked(allowed::get));
      for (int i = 0; i < 4; i++) {
        allowed.set(true);
        assertRefused(guarded, NOTE);
      }
      assertThat(course).containsSubsequence("connection", "connection", "connection");

      server.answers(FOUND).answers(FOUND).answers(FOUND).answers(FOUND);
      for (int i = 0; i < 4; i++) {
        gateway.get(ID);
      }
    }
  }

  @Test
  void an_interceptor_that_tries_again_does_not_help_it_out() {
    var client =
        endingAt("connection")
            .addInterceptor(
                chain -> {
                  try {
                    return chain.proceed(chain.request());
                  } catch (IOException refused) {
                    course.add("again");
                    allowed.set(true);
                    return chain.proceed(chain.request());
                  }
                })
            .build();
    try (var first = settings().client(client).build()) {
      assertRefused(first.leavingOnlyIf(asked(allowed::get)), REPLY);
    }
    assertThat(course).contains("again");
    assertThat(server.requests()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 404, 429, 503})
  void an_answer_that_an_interceptor_makes_up_for_it_is_none(int status) {
    var client =
        endingAt("connection")
            .addInterceptor(
                chain -> {
                  try {
                    return chain.proceed(chain.request());
                  } catch (IOException refused) {
                    return new Response.Builder()
                        .request(chain.request())
                        .protocol(Protocol.HTTP_1_1)
                        .code(status)
                        .message("made up")
                        .body(ResponseBody.create("{\"Result\":true}", null))
                        .build();
                  }
                })
            .build();
    try (var first = settings().client(client).build()) {
      assertRefused(first.leavingOnlyIf(asked(allowed::get)), REPLY);
    }
    assertThat(heard.attempts).extracting(attempt -> attempt.status()).containsExactly(0);
  }

  @Test
  void a_question_that_fails_lets_nothing_leave() {
    BooleanSupplier failing =
        () -> {
          if (course.contains("connection")) {
            throw new IllegalStateException("the store is down");
          }
          return true;
        };
    try (var first = settings().budget(new NotingBudget()).client(noting().build()).build()) {
      assertRefused(first.leavingOnlyIf(asked(failing)), NOTE);
    }
    assertThat(course).endsWith("asked", "cancelled");
    assertThat(server.requests()).isZero();
  }

  @Test
  void closing_a_gateway_that_asks_closes_nothing_and_it_ends_with_the_first() {
    server.answers(NOTED).answers(NOTED);
    var guarded = gateway.leavingOnlyIf(() -> true);
    guarded.close();
    guarded.addNote(ID, "a note");
    gateway.addNote(ID, "a note");

    gateway.close();

    assertThatThrownBy(() -> guarded.addNote(ID, "a note"))
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("This gateway is closed");
    assertThat(guarded.clock()).isSameAs(gateway.clock());
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_gateway_that_asks_twice_needs_both_answers(boolean inner) {
    var guarded = gateway.leavingOnlyIf(() -> inner).leavingOnlyIf(() -> !inner);

    assertRefused(guarded, REPLY);

    assertThat(server.requests()).isZero();
  }

  static Stream<SampleCall> writes() {
    return SampleCall.all().stream().filter(call -> call.operation().isWrite());
  }

  private Unavailable assertRefused(InboxGateway guarded, SampleCall write) {
    var refusal = catchThrowableOfType(Unavailable.class, () -> write.make(guarded, "a text"));
    assertThat(refusal).hasMessageContaining(OVER);
    assertThat(refusal.retryAt()).isEmpty();
    assertThat(refusal.operation()).isEqualTo(write.operation());
    assertThat(refusal.conversation()).contains(ID);
    return refusal;
  }

  private BooleanSupplier asked(BooleanSupplier question) {
    return () -> {
      course.add("asked");
      return question.getAsBoolean();
    };
  }

  private OkHttpClient.Builder noting() {
    return endingAt("never");
  }

  /** A client that notes what it does, and whose calls may leave until it does this. */
  private OkHttpClient.Builder endingAt(String moment) {
    return new OkHttpClient.Builder().eventListener(new NotingListener(moment));
  }

  private OkHttpClient unknownHost() {
    return noting()
        .dns(
            host -> {
              throw new UnknownHostException(host);
            })
        .build();
  }

  private static Interceptor afterwards(Runnable then) {
    return chain -> {
      var response = chain.proceed(chain.request());
      then.run();
      return response;
    };
  }

  /** Listener of a client: notes its way to the first byte. */
  private final class NotingListener extends EventListener {
    private final String end;

    NotingListener(String end) {
      this.end = end;
    }

    private void note(String moment) {
      course.add(moment);
      if (moment.equals(end)) {
        allowed.set(false);
      }
    }

    @Override
    public void dnsStart(Call call, String host) {
      note("lookup");
    }

    @Override
    public void connectionAcquired(Call call, Connection connection) {
      note("connection");
    }

    @Override
    public void requestHeadersStart(Call call) {
      note("leaves");
    }
  }

  /** Budget that notes what becomes of its permits. */
  private final class NotingBudget implements RequestBudget {
    @Override
    public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
      course.add("permit");
      return new Permit() {
        @Override
        public void close() {
          course.add("closed");
        }

        @Override
        public void abandon() {
          course.add("abandoned");
        }

        @Override
        public void cancel() {
          course.add("cancelled");
        }
      };
    }

    @Override
    public void block(Duration pause) {}
  }
}
