package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.AuthenticationFailed;
import io.inboxport.call.InboxException.ChangeUnknown;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.inmemory.Fault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Scenarios of each account operation that meets trouble: what is told, and what was done. */
final class AccountFaultScenarios {
  private static final Duration PAUSE = Duration.ofMinutes(15);
  // As many as a gateway may try a call.
  private static final int EVERY_ATTEMPT = 100;

  private AccountFaultScenarios() {}

  static List<AccountScenario> all() {
    var all = new ArrayList<AccountScenario>();
    for (var call : AccountCase.values()) {
      all.addAll(answered(call));
      all.addAll(call.operation().isWrite() ? ofWrite(call) : ofRead(call));
    }
    return all;
  }

  private static List<AccountScenario> answered(AccountCase call) {
    return List.of(
        declined(call, "unavailable", Unavailable.class, Fault.unavailable()),
        declined(call, "rate-limited", RateLimited.class, Fault.rateLimited(PAUSE)),
        declined(
            call, "not-authenticated", AuthenticationFailed.class, Fault.authenticationFailed()),
        declined(call, "not-permitted", PermissionDenied.class, Fault.permissionDenied()),
        declined(call, "not-found", NotFound.class, Fault.notFound()),
        declined(call, "rejected", Rejected.class, Fault.rejected(409, "Name already exists.")));
  }

  private static AccountScenario declined(
      AccountCase call, String how, Class<? extends InboxException> kind, Fault fault) {
    return new AccountScenario(
        call.operation(),
        id(call, how),
        call.operation().label()
            + " ends as "
            + kind.getSimpleName()
            + " after "
            + how
            + ", and does nothing",
        stage -> {
          call.prepare(stage);
          inject(stage, call, fault);
          stage.refuses(kind, call.subject(), () -> call.perform(stage));
        });
  }

  private static List<AccountScenario> ofRead(AccountCase call) {
    return List.of(
        declined(call, "no-answer", Unavailable.class, Fault.unheard()),
        declined(call, "a-lost-call", Unavailable.class, Fault.lost()),
        declined(call, "a-garbled-answer", UnreadableResponse.class, Fault.garbled()));
  }

  private static List<AccountScenario> ofWrite(AccountCase call) {
    return List.of(
        doubtful(call, "no-answer", Fault.unheard(), true),
        doubtful(call, "a-garbled-answer", Fault.garbled(), true),
        doubtful(call, "a-lost-call", Fault.lost(), false),
        new AccountScenario(
            call.operation(),
            id(call, "a-late-execution"),
            call.operation().label() + " may be executed after its call has ended, and once",
            stage -> {
              call.prepare(stage);
              var before = stage.standing();
              stage.backstage.inject(call.operation(), Fault.executedLater(PAUSE));
              stage.fails(ChangeUnknown.class, call.subject(), () -> call.perform(stage));
              assertThat(stage.standing()).isEqualTo(before);
              stage.backstage.advance(PAUSE);
              assertThat(stage.standing()).isNotEqualTo(before);
            }));
  }

  private static AccountScenario doubtful(
      AccountCase call, String how, Fault fault, boolean executed) {
    return new AccountScenario(
        call.operation(),
        id(call, how),
        call.operation().label()
            + " ends as ChangeUnknown after "
            + how
            + ", and is not sent again",
        stage -> {
          call.prepare(stage);
          var before = stage.standing();
          stage.backstage.inject(call.operation(), fault);
          var unknown = stage.fails(ChangeUnknown.class, call.subject(), () -> call.perform(stage));
          assertThat(unknown.write()).isEqualTo(call.write());
          assertThat(Duration.between(unknown.attemptedAt(), stage.backstage.now()).abs())
              .isLessThanOrEqualTo(Duration.ofSeconds(1));
          if (executed) {
            assertThat(stage.standing()).as("what stands after it").isNotEqualTo(before);
          } else {
            assertThat(stage.standing()).as("what stands after it").isEqualTo(before);
          }
        });
  }

  private static String id(AccountCase call, String how) {
    return "account-faults."
        + call.operation().name().toLowerCase(Locale.ROOT).replace('_', '-')
        + "-"
        + how;
  }

  private static void inject(AccountScenarioStage stage, AccountCase call, Fault fault) {
    int times = call.operation().isWrite() ? 1 : EVERY_ATTEMPT;
    for (int i = 0; i < times; i++) {
      stage.backstage.inject(call.operation(), fault);
    }
  }
}
