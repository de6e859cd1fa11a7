package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.budget.BudgetUnavailable;
import io.inboxport.budget.LocalRequestBudget;
import io.inboxport.budget.PermitRefused;
import io.inboxport.budget.RequestBudget;
import io.inboxport.budget.RequestKind;
import io.inboxport.budget.RequestLimits;
import io.inboxport.budget.SteppedTime;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Unavailable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect.CloseSocket;
import org.junit.jupiter.api.Test;

/** Tests what a call takes of the budget of its account, and what becomes of that. */
class BudgetInCallTest extends ReliableCallFixture {
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
    var limits = RequestLimits.documented().toBuilder().perMinute(1).build();
    var budget = LocalRequestBudget.of(limits, time, time.clock());
    budget.reserve(RequestKind.READ, Duration.ZERO).close();

    try (var hasty = settings().budget(budget).deadline(Duration.ofMillis(60_500)).build()) {
      assertThatThrownBy(() -> hasty.addNote(ID, "a note")).isInstanceOf(RateLimited.class);
    }

    assertThat(server.requests()).isZero();
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
          public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
            throw new PermitRefused(SteppedTime.START);
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
  void a_budget_whose_store_does_not_answer_sends_nothing_and_says_when_to_try_again() {
    var retryAt = SteppedTime.START.plusSeconds(1);
    var silent =
        new RequestBudget() {
          @Override
          public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
            throw new BudgetUnavailable(retryAt, new IllegalStateException("no connection"));
          }

          @Override
          public void block(Duration pause) {}
        };

    try (var unlucky = settings().budget(silent).build()) {
      var refusal = catchThrowableOfType(Unavailable.class, () -> unlucky.addNote(ID, "a note"));

      assertThat(refusal.retryAt()).contains(retryAt);
      assertThat(refusal).hasMessageContaining("nothing was sent");
    }
    assertThat(server.requests()).isZero();
  }

  @Test
  void a_call_asks_for_a_lease_until_its_deadline() {
    server.answers(FOUND);
    var leases = new ArrayList<Duration>();
    var noting =
        new RequestBudget() {
          @Override
          public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
            leases.add(lease);
            return () -> {};
          }

          @Override
          public void block(Duration pause) {}
        };

    try (var gateway = settings().budget(noting).deadline(Duration.ofSeconds(20)).build()) {
      gateway.get(ID);
    }

    assertThat(leases).containsExactly(Duration.ofSeconds(20));
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
  void a_permit_that_cannot_be_given_back_does_not_change_how_the_call_ends() {
    var budget =
        new SlowBudget(() -> time.pass(Duration.ofSeconds(30))) {
          @Override
          void cancelled() {
            throw new IllegalStateException("the store is down");
          }
        };

    try (var late = settings().budget(budget).build()) {
      assertThatThrownBy(() -> late.addNote(ID, "a note"))
          .isInstanceOf(Unavailable.class)
          .hasMessageContaining("Its turn came too late for the deadline. Nothing happened");
    }
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
  void a_request_without_an_answer_is_given_up_as_the_server_may_count_it_later() {
    var budget = new SlowBudget(() -> {});
    server.itself().enqueue(new MockResponse.Builder().onResponseStart(new CloseSocket()).build());

    try (var sent = settings().budget(budget).build()) {
      assertThatThrownBy(() -> sent.addNote(ID, "a note")).isInstanceOf(OutcomeUnknown.class);
    }
    assertThat(budget.ends).containsExactly("abandoned");
  }

  /** Fails on the way in, or only on the way out. */
  private record BrokenBudget(boolean atOnce) implements RequestBudget {
    @Override
    public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
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
  private static class SlowBudget implements RequestBudget {
    final List<String> ends = new ArrayList<>();
    private final Runnable meanwhile;

    SlowBudget(Runnable meanwhile) {
      this.meanwhile = meanwhile;
    }

    void cancelled() {
      ends.add("cancelled");
    }

    @Override
    public Permit reserve(RequestKind kind, Duration patience, Duration lease) {
      meanwhile.run();
      return new Permit() {
        @Override
        public void close() {
          ends.add("closed");
        }

        @Override
        public void abandon() {
          ends.add("abandoned");
        }

        @Override
        public void cancel() {
          cancelled();
        }
      };
    }

    @Override
    public void block(Duration pause) {}
  }
}
