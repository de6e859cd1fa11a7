package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.InboxException.OutcomeUnknown;
import io.inboxport.InboxException.RateLimited;
import io.inboxport.InboxException.Unavailable;
import io.inboxport.InboxException.UnreadableResponse;
import io.inboxport.conversation.ConversationId;
import io.inboxport.port.Operation;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CourseTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");
  private static final String FOUND =
      "{\"Result\":true,\"Conversation\":{\"Id\":\"eit000000000001\"}}";
  private static final String NOTED =
      "{\"Result\":true,\"Note\":{\"Id\":\"eat000000000001\",\"Type\":\"note\"}}";

  private final SteppedTime time = new SteppedTime();
  private final Accounts accounts = new Accounts(time, time.clock());
  private final Heard heard = new Heard();
  private final ScriptedServer server = new ScriptedServer();
  private final HttpInboxGateway gateway = settings().build();

  @AfterEach
  void close() {
    gateway.close();
    server.close();
    assertThat(Thread.interrupted()).as("a flag that no test wanted").isFalse();
  }

  @Test
  void a_read_is_tried_again_when_the_server_was_unavailable() {
    server.answers(503, "").answers(502, "<html>").answers(FOUND);

    assertThat(gateway.get(ID).id()).isEqualTo(ID);

    assertThat(server.requests()).isEqualTo(3);
    assertThat(heard.calls)
        .singleElement()
        .satisfies(
            call -> {
              assertThat(call.outcome()).isEqualTo("Success");
              assertThat(call.attempts()).isEqualTo(3);
            });
    assertThat(heard.attempts).extracting(a -> a.status()).containsExactly(503, 502, 200);
  }

  @Test
  void a_read_is_given_up_after_three_attempts() {
    server.answers(503, "").answers(503, "").answers(503, "").answers(FOUND);

    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(Unavailable.class);

    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void the_pauses_between_attempts_are_drawn_from_a_growing_range() {
    for (int i = 0; i < 7; i++) {
      server.answers(408, "");
    }
    try (var patient = settings().attempts(7).build()) {
      assertThatThrownBy(() -> patient.get(ID)).isInstanceOf(Unavailable.class);
    }

    assertThat(time.parks).hasSizeLessThanOrEqualTo(6);
    assertThat(time.elapsed())
        .isLessThanOrEqualTo(Duration.ofMillis(250 * (1 + 2 + 4 + 8 + 16) + 5_000));
  }

  @Test
  void what_the_server_declines_is_not_asked_again() {
    server.answers(404, "").answers(400, "").answers("nonsense");

    assertThatThrownBy(() -> gateway.get(ID)).isNotInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> gateway.get(ID)).isNotInstanceOf(Unavailable.class);
    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(UnreadableResponse.class);

    assertThat(server.requests()).isEqualTo(3);
    assertThat(time.parks).isEmpty();
  }

  @Test
  void a_write_of_unknown_outcome_is_never_sent_again() {
    server.answers(503, "").answers(NOTED);

    assertThatThrownBy(() -> gateway.addNote(ID, "a note")).isInstanceOf(OutcomeUnknown.class);

    assertThat(server.requests()).isEqualTo(1);
    assertThat(time.parks).isEmpty();
  }

  @Test
  void a_write_that_never_left_is_tried_again() {
    server.answers(NOTED);
    var lookups = new ArrayList<String>();
    var client =
        new OkHttpClient.Builder()
            .dns(
                host -> {
                  lookups.add(host);
                  if (lookups.size() == 1) {
                    throw new UnknownHostException(host);
                  }
                  return List.of(InetAddress.getLoopbackAddress());
                })
            .build();

    try (var patient = settings().client(client).build()) {
      patient.addNote(ID, "a note");
    }

    assertThat(heard.attempts)
        .extracting(a -> a.outcome())
        .containsExactly("Unavailable", "Success");
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_server_that_names_a_time_within_ten_seconds_gets_it() {
    server.answers(status(503).setHeader("Retry-After", "7")).answers(FOUND);

    gateway.get(ID);

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void a_server_that_names_a_date_gets_it_too() {
    var date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(
            SteppedTime.START.plusSeconds(9).atOffset(ZoneOffset.UTC));
    server.answers(status(503).setHeader("Retry-After", date)).answers(FOUND);

    gateway.get(ID);

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void a_server_that_asks_for_more_gets_no_second_attempt_and_the_caller_the_time() {
    server.answers(status(503).setHeader("Retry-After", "11")).answers(FOUND);

    var failure = catchThrowableOfType(Unavailable.class, () -> gateway.get(ID));

    assertThat(failure.retryAt()).contains(SteppedTime.START.plusSeconds(11));
    assertThat(time.elapsed()).isZero();
    assertThat(server.requests()).isEqualTo(1);
  }

  @Test
  void a_pause_that_would_outlast_the_deadline_is_not_begun() {
    server.answers(status(503).setHeader("Retry-After", "7")).answers(FOUND);

    try (var hasty = settings().deadline(Duration.ofSeconds(7)).build()) {
      assertThatThrownBy(() -> hasty.get(ID)).isInstanceOf(Unavailable.class);
    }

    assertThat(time.elapsed()).isZero();
  }

  @Test
  void a_short_429_is_waited_for_by_a_read_and_told_to_a_write() {
    server
        .answers(status(429).setHeader("Retry-After", "5"))
        .answers(FOUND)
        .answers(status(429).setHeader("Retry-After", "5"));

    gateway.get(ID);
    var failure = catchThrowableOfType(RateLimited.class, () -> gateway.addNote(ID, "a note"));

    assertThat(time.elapsed()).isEqualTo(Duration.ofSeconds(5));
    assertThat(failure.retryAt()).isEqualTo(SteppedTime.START.plusSeconds(10));
    assertThat(server.requests()).isEqualTo(3);
  }

  @Test
  void after_a_429_not_one_request_leaves_until_its_end() {
    server.answers(429, "").answers(FOUND);
    try (var sibling = settings().build()) {
      assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(RateLimited.class);
      time.pass(Duration.ofMinutes(14));

      var failure = catchThrowableOfType(RateLimited.class, () -> sibling.get(ID));

      assertThat(failure.retryAt()).isEqualTo(SteppedTime.START.plus(Duration.ofMinutes(15)));
      assertThat(failure.conversation()).contains(ID);
      assertThat(server.requests()).isEqualTo(1);
      time.pass(Duration.ofMinutes(1));
      sibling.get(ID);
    }
  }

  @Test
  void a_429_for_one_account_does_not_touch_another() {
    server.answers(429, "").answers(FOUND);
    try (var other = of("001000000000002").build()) {
      assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(RateLimited.class);

      other.get(ID);
    }
  }

  @Test
  void the_clients_of_an_account_share_its_budget_and_one_with_its_own_does_not() throws Exception {
    for (int i = 0; i < 61; i++) {
      server.answers(FOUND);
    }
    try (var sibling = settings().deadline(Duration.ofSeconds(5)).build();
        var separate = settings().budget(RequestBudget.unlimited()).build()) {
      for (int i = 0; i < 60; i++) {
        gateway.get(ID);
      }

      assertThatThrownBy(() -> sibling.get(ID)).isInstanceOf(RateLimited.class);
      separate.get(ID);
    }
  }

  @Test
  void a_call_waits_for_its_turn_and_says_how_long() {
    for (int i = 0; i < 61; i++) {
      server.answers(FOUND);
    }
    try (var patient = settings().deadline(Duration.ofMinutes(2)).build()) {
      for (int i = 0; i < 61; i++) {
        patient.get(ID);
      }
    }

    assertThat(heard.calls.get(60).budgetWait()).isEqualTo(Duration.ofMillis(60_250));
    assertThat(heard.attempts.get(60).budgetWait()).isEqualTo(Duration.ofMillis(60_250));
    assertThat(heard.attempts.get(60).duration()).isZero();
  }

  @Test
  void no_request_leaves_without_time_for_an_answer() throws Exception {
    var limits = RequestLimits.documented().perMinute(1);
    var budget = new LocalBudget(limits, time, time.clock());
    budget.reserve(Operation.GET, Duration.ZERO).close();

    try (var hasty = settings().budget(budget).deadline(Duration.ofMillis(60_500)).build()) {
      assertThatThrownBy(() -> hasty.addNote(ID, "a note")).isInstanceOf(RateLimited.class);
    }

    assertThat(server.requests()).isZero();
  }

  @Test
  void an_interrupted_thread_sends_nothing_and_stays_interrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> gateway.addNote(ID, "a note")).isInstanceOf(Unavailable.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests()).isZero();
  }

  @Test
  void a_thread_interrupted_while_it_pauses_ends_at_once_with_what_it_knows() {
    server.answers(503, "").answers(FOUND);
    heard.then = () -> Thread.currentThread().interrupt();

    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(Unavailable.class);

    assertThat(Thread.interrupted()).isTrue();
    assertThat(server.requests()).isEqualTo(1);
    assertThat(time.elapsed()).isZero();
  }

  @Test
  void a_breaker_opens_when_the_server_is_down_and_fails_fast() {
    failTenTimes();

    var failure = catchThrowableOfType(Unavailable.class, () -> gateway.addNote(ID, "a note"));

    assertThat(server.requests()).isEqualTo(10);
    assertThat(failure.retryAt()).contains(time.clock().instant().plusSeconds(10));
    assertThat(heard.calls.get(heard.calls.size() - 1).attempts()).isZero();
  }

  @Test
  void an_open_breaker_lets_a_few_try_after_ten_seconds_and_closes_when_they_are_served() {
    failTenTimes();
    time.pass(Duration.ofSeconds(10));
    for (int i = 0; i < 20; i++) {
      server.answers(FOUND);
    }

    for (int i = 0; i < 20; i++) {
      gateway.get(ID);
    }
  }

  @Test
  void an_open_breaker_opens_again_when_the_server_is_still_down() {
    failTenTimes();
    time.pass(Duration.ofSeconds(10));
    server.answers(500, "").answers(500, "").answers(500, "");

    try (var single = settings().attempts(1).build()) {
      for (int i = 0; i < 5; i++) {
        assertThatThrownBy(() -> single.get(ID)).isInstanceOf(Unavailable.class);
      }
    }

    assertThat(server.requests()).isEqualTo(13);
  }

  @Test
  void an_open_breaker_of_one_account_does_not_touch_another() {
    failTenTimes();
    server.answers(FOUND);

    try (var other = of("001000000000002").build()) {
      assertThatCode(() -> other.get(ID)).doesNotThrowAnyException();
    }
  }

  @Test
  void a_breaker_does_not_care_what_the_server_declines() {
    try (var unlimited = settings().budget(RequestBudget.unlimited()).attempts(1).build()) {
      for (int status : new int[] {400, 401, 403, 404, 409, 421, 408, 429}) {
        for (int i = 0; i < 10; i++) {
          server.answers(
              status == 429 ? status(429).setHeader("Retry-After", "0") : status(status));
          assertThatThrownBy(() -> unlimited.addNote(ID, "a note")).isNotNull();
        }
      }
    }

    assertThat(server.requests()).isEqualTo(80);
  }

  @Test
  void a_throwing_listener_changes_nothing() {
    server.answers(FOUND);
    heard.then =
        () -> {
          throw new AssertionError("a listener's own trouble");
        };

    assertThat(gateway.get(ID).id()).isEqualTo(ID);
    assertThat(heard.calls).hasSize(1);
  }

  @Test
  void an_error_is_told_as_the_end_of_its_attempt_and_of_no_call() {
    var client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  throw new AssertionError("no exception");
                })
            .build();

    try (var unlucky = settings().client(client).build()) {
      assertThatThrownBy(() -> unlucky.get(ID)).isInstanceOf(AssertionError.class);
    }

    assertThat(heard.attempts).extracting(a -> a.outcome()).containsExactly("Error");
    assertThat(heard.calls).isEmpty();
  }

  @Test
  void a_call_on_a_closed_gateway_is_not_told() {
    gateway.close();

    assertThatThrownBy(() -> gateway.get(ID)).isInstanceOf(Unavailable.class);

    assertThat(heard.calls).isEmpty();
  }

  @Test
  void a_call_keeps_to_its_thread() {
    server.answers(503, "").answers(FOUND);

    gateway.get(ID);

    assertThat(heard.threads).containsOnly(Thread.currentThread());
  }

  @Test
  void a_budget_that_fails_lets_nothing_leave() {
    RequestBudget broken = new BrokenBudget(true);

    try (var unlucky = settings().budget(broken).build()) {
      assertThatThrownBy(() -> unlucky.addNote(ID, "a note")).isInstanceOf(Unavailable.class);
    }

    assertThat(server.requests()).isZero();
  }

  @Test
  void a_refusal_by_a_budget_reaches_the_caller_with_its_conversation() {
    var full =
        new RequestBudget() {
          @Override
          public Permit reserve(Operation operation, Duration patience) {
            throw new RateLimited(operation, null, SteppedTime.START);
          }

          @Override
          public void block(Duration pause) {}
        };

    try (var unlucky = settings().budget(full).build()) {
      var refusal = catchThrowableOfType(RateLimited.class, () -> unlucky.get(ID));

      assertThat(refusal.conversation()).contains(ID);
    }
    assertThat(server.requests()).isZero();
  }

  @Test
  void a_budget_that_fails_after_the_request_does_not_change_how_it_ended() {
    server.answers(NOTED).answers(429, "");

    try (var unlucky = settings().budget(new BrokenBudget(false)).build()) {
      unlucky.addNote(ID, "a note");
      assertThatThrownBy(() -> unlucky.addNote(ID, "a note")).isInstanceOf(RateLimited.class);
    }
  }

  @Test
  void a_thread_that_wakes_too_late_sends_nothing_and_gives_its_permit_back() {
    var budget = new SlowBudget(() -> time.pass(Duration.ofSeconds(30)));

    try (var late = settings().budget(budget).build()) {
      assertThatThrownBy(() -> late.addNote(ID, "a note"))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("Its turn came too late for the deadline. Nothing happened");
    }
    assertThat(server.requests()).isZero();
    assertThat(budget.ends).containsExactly("cancelled");
  }

  @Test
  void a_breaker_that_opens_meanwhile_costs_the_budget_nothing() {
    var budget = new SlowBudget(this::failTenTimes);

    try (var held = settings().budget(budget).build()) {
      assertThatThrownBy(() -> held.addNote(ID, "a note")).isInstanceOf(Unavailable.class);
    }
    assertThat(server.requests()).isEqualTo(10);
    assertThat(budget.ends).containsExactly("cancelled");
  }

  @Test
  void a_request_that_left_counts_however_it_ended() {
    var budget = new SlowBudget(() -> {});
    server.answers(500, "");

    try (var sent = settings().budget(budget).build()) {
      assertThatThrownBy(() -> sent.addNote(ID, "a note")).isInstanceOf(OutcomeUnknown.class);
    }
    assertThat(budget.ends).containsExactly("closed");
  }

  @Test
  void the_number_of_attempts_is_bounded() {
    assertThatThrownBy(() -> settings().attempts(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("The attempts are 0: give 1 to 10.");
    assertThatThrownBy(() -> settings().attempts(11)).isInstanceOf(IllegalArgumentException.class);
  }

  private void failTenTimes() {
    try (var single = settings().attempts(1).build()) {
      for (int i = 0; i < 10; i++) {
        server.answers(i % 2 == 0 ? 500 : 503, "");
        assertThatThrownBy(() -> single.get(ID)).isInstanceOf(Unavailable.class);
      }
    }
  }

  private HttpInboxGateway.Builder settings() {
    return of("001000000000001");
  }

  private HttpInboxGateway.Builder of(String account) {
    return server
        .settings()
        .credentials(Credentials.of(account, "key-42"))
        .accounts(accounts)
        .clock(time.clock())
        .listener(heard);
  }

  private static MockResponse.Builder status(int status) {
    return new MockResponse.Builder().code(status);
  }

  /** Fails on the way in, or only on the way out. */
  private record BrokenBudget(boolean atOnce) implements RequestBudget {
    @Override
    public Permit reserve(Operation operation, Duration patience) {
      if (atOnce) {
        throw new IllegalStateException("the store is down");
      }
      return () -> {
        throw new IllegalStateException("the store is down");
      };
    }

    @Override
    public void block(Duration pause) {
      throw new IllegalStateException("the store is down");
    }
  }

  /** Lets something happen before it gives a permit, and notes what becomes of that. */
  private static final class SlowBudget implements RequestBudget {
    final List<String> ends = new ArrayList<>();
    private final Runnable meanwhile;

    SlowBudget(Runnable meanwhile) {
      this.meanwhile = meanwhile;
    }

    @Override
    public Permit reserve(Operation operation, Duration patience) {
      meanwhile.run();
      return new Permit() {
        @Override
        public void close() {
          ends.add("closed");
        }

        @Override
        public void cancel() {
          ends.add("cancelled");
        }
      };
    }

    @Override
    public void block(Duration pause) {}
  }

  private static final class Heard implements CallListener {
    final List<Attempted> attempts = new ArrayList<>();
    final List<Called> calls = new ArrayList<>();
    final List<Thread> threads = new ArrayList<>();
    Runnable then = () -> {};

    @Override
    public void onAttempt(Attempted attempt) {
      attempts.add(attempt);
      threads.add(Thread.currentThread());
      then.run();
    }

    @Override
    public void onCall(Called call) {
      calls.add(call);
    }
  }
}
