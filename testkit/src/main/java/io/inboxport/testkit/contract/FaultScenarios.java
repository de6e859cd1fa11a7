package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.AuthenticationFailed;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.PermissionDenied;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Scenarios of failures: each has one kind, and a write tells truly if it may have happened. */
final class FaultScenarios {
  private static final Duration PAUSE = Duration.ofSeconds(30);

  /** More often than any gateway tries a read again. */
  private static final int ALWAYS = 100;

  private static final String WORDS = "Page size 500 is not valid.";

  private static final List<Scenario> ONE_BY_ONE =
      List.of(
          scenario(
              Operation.ADD_NOTE,
              "fault.rate-limited-tells-when",
              "A used-up limit tells a time to try again, not before the server's pause is over",
              stage -> {
                var earliest = stage.backstage.now().plus(PAUSE);
                stage.backstage.inject(Operation.ADD_NOTE, Fault.rateLimited(PAUSE), 1);
                var id = stage.received();
                var error =
                    stage.fails(
                        RateLimited.class,
                        Operation.ADD_NOTE,
                        id,
                        () -> stage.gateway.addNote(id, "n"));
                assertThat(error.retryAt()).isAfterOrEqualTo(earliest.minusSeconds(1));
              }),
          scenario(
              Operation.ADD_NOTE,
              "fault.rejected-tells-the-words",
              "A rejection holds the status and the words of the server",
              stage -> {
                tellsWords(stage, 400);
                tellsWords(stage, 409);
              }),
          scenario(
              Operation.ADD_NOTE,
              "fault.result-false-is-a-failure",
              "An answer that says no is a rejection, although its status is 200",
              stage -> tellsWords(stage, 200)),
          scenario(
              Operation.LIST,
              "fault.list-leaves-out-a-broken-item",
              "A broken item costs a list nothing but itself, and the page tells of it",
              stage -> {
                for (int i = 0; i < 3; i++) {
                  stage.received();
                }
                stage.backstage.inject(Operation.LIST, Fault.brokenItem(), 1);
                var page = stage.gateway.list(ConversationQuery.all());
                assertThat(page.items()).as("the items that can be read").hasSize(2);
                assertThat(page.unreadable()).as("the items that cannot").hasSize(1);
                assertThat(page.total()).as("the total").hasValue(3);
                assertThat(page.truncated()).as("truncated").isFalse();
              }),
          scenario(
              Operation.LIST,
              "fault.list-may-not-know-its-total",
              "A total that cannot be read is unknown, and the page may lack something",
              stage -> {
                for (int i = 0; i < 3; i++) {
                  stage.received();
                }
                stage.backstage.inject(Operation.LIST, Fault.unknownTotal(), 1);
                var page = stage.gateway.list(ConversationQuery.all());
                assertThat(page.items()).as("the items").hasSize(3);
                assertThat(page.total()).as("the total").isEmpty();
                assertThat(page.truncated()).as("truncated").isTrue();
                var next = stage.gateway.list(ConversationQuery.all());
                assertThat(next.total()).as("the total of the next page").hasValue(3);
              }),
          scenario(
              Operation.TIMELINE,
              "fault.timeline-leaves-out-a-broken-entry",
              "A broken entry costs a timeline nothing but itself, and the page tells of it",
              stage -> {
                var id = stage.received();
                stage.backstage.customerSays(id, "Hello?");
                stage.backstage.customerSays(id, "Anybody?");
                stage.backstage.inject(Operation.TIMELINE, Fault.brokenItem(), 1);
                var page = stage.gateway.timeline(id, null);
                assertThat(page.entries()).as("the entries that can be read").hasSize(2);
                assertThat(page.unreadable()).as("the entries that cannot").hasSize(1);
              }),
          scenario(
              Operation.GET,
              "fault.get-answers-another",
              "An answer about another item than the one asked for is no answer",
              stage -> {
                var id = stage.received();
                stage.backstage.inject(Operation.GET, Fault.anotherConversation(), ALWAYS);
                stage.fails(
                    UnreadableResponse.class, Operation.GET, id, () -> stage.gateway.get(id));
              }),
          assignsAnother("item", Fault.anotherConversation()),
          assignsAnother("assignee", Fault.anotherUser()));

  static final List<Scenario> ALL = all();

  private FaultScenarios() {}

  private static List<Scenario> all() {
    return Stream.of(
            write("unavailable", Unavailable.class, Fault.unavailable(), 0),
            write("unheard", OutcomeUnknown.class, Fault.unheard(), 1),
            write("lost", OutcomeUnknown.class, Fault.lost(), 0),
            write("garbled", OutcomeUnknown.class, Fault.garbled(), 1),
            write("rate-limited", RateLimited.class, Fault.rateLimited(PAUSE), 0),
            write("not-authenticated", AuthenticationFailed.class, Fault.authenticationFailed(), 0),
            write("not-permitted", PermissionDenied.class, Fault.permissionDenied(), 0),
            write("not-found", NotFound.class, Fault.notFound(), 0),
            write("rejected", Rejected.class, Fault.rejected(409, WORDS), 0),
            read("unavailable", Unavailable.class, Fault.unavailable()),
            read("unheard", Unavailable.class, Fault.unheard()),
            read("lost", Unavailable.class, Fault.lost()),
            read("executed-later", Unavailable.class, Fault.executedLater(PAUSE)),
            read("garbled", UnreadableResponse.class, Fault.garbled()),
            read("rate-limited", RateLimited.class, Fault.rateLimited(PAUSE)),
            read("not-authenticated", AuthenticationFailed.class, Fault.authenticationFailed()),
            read("not-permitted", PermissionDenied.class, Fault.permissionDenied()),
            read("not-found", NotFound.class, Fault.notFound()),
            read("rejected", Rejected.class, Fault.rejected(400, WORDS)),
            WriteCase.each(FaultScenarios::tellsTheWrite),
            WriteCase.each(FaultScenarios::passes),
            ONE_BY_ONE)
        .flatMap(List::stream)
        .toList();
  }

  private static Scenario assignsAnother(String what, Fault fault) {
    return scenario(
        Operation.ASSIGN,
        "fault.assign-answers-another-" + what,
        "An assignment whose answer names another " + what + " is of unknown outcome",
        stage -> {
          var id = stage.received();
          stage.backstage.inject(Operation.ASSIGN, fault, 1);
          stage.fails(
              OutcomeUnknown.class,
              Operation.ASSIGN,
              id,
              () -> WriteCase.ASSIGN.perform(stage.gateway, id));
          assertThat(WriteCase.ASSIGN.executions(stage, id))
              .as("how often the server executed it")
              .isEqualTo(1);
        });
  }

  private static <E extends InboxException> List<Scenario> write(
      String name, Class<E> kind, Fault fault, int executions) {
    return WriteCase.each(
        write ->
            scenario(
                write.operation(),
                "fault." + write.slug() + "-" + name,
                write.sentenceNoun()
                    + " that is "
                    + name.replace('-', ' ')
                    + " ends as "
                    + kind.getSimpleName()
                    + " and was "
                    + (executions == 1 ? "executed once" : "not executed"),
                stage -> {
                  var error = failing(stage, write, kind, fault);
                  assertThat(write.executions(stage, error.conversation().orElseThrow()))
                      .as("how often the server executed " + write)
                      .isEqualTo(executions);
                }));
  }

  private static Scenario tellsTheWrite(WriteCase write) {
    return scenario(
        write.operation(),
        "fault." + write.slug() + "-tells-what-it-was",
        write.sentenceNoun() + " of unknown outcome is told as it was asked for, and when it left",
        stage -> {
          var error = failing(stage, write, OutcomeUnknown.class, Fault.lost());
          assertThat(error.write()).isEqualTo(write.on(error.write().conversation()));
          assertThat(error.attemptedAt())
              .isBetween(
                  stage.backstage.now().minusSeconds(1), stage.backstage.now().plusSeconds(1));
        });
  }

  private static Scenario passes(WriteCase write) {
    return scenario(
        write.operation(),
        "fault." + write.slug() + "-succeeds-afterwards",
        "When the fault is over, " + write.noun() + " succeeds",
        stage -> {
          var error = failing(stage, write, Unavailable.class, Fault.unavailable());
          var id = error.conversation().orElseThrow();
          write.perform(stage.gateway, id);
          assertThat(write.executions(stage, id)).isEqualTo(1);
        });
  }

  /** Makes a write on a new item that meets this fault on every attempt; returns its end. */
  private static <E extends InboxException> E failing(
      ScenarioStage stage, WriteCase write, Class<E> kind, Fault fault) {
    stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
    var id = stage.received();
    stage.backstage.inject(write.operation(), fault, ALWAYS);
    E error = stage.fails(kind, write.operation(), id, () -> write.perform(stage.gateway, id));
    stage.backstage.clearFaults();
    return error;
  }

  private static <E extends InboxException> List<Scenario> read(
      String name, Class<E> kind, Fault fault) {
    return ReadCase.each(
        read ->
            scenario(
                read.operation(),
                "fault." + read.slug() + "-" + name,
                "A call for "
                    + read.noun()
                    + " that is "
                    + name.replace('-', ' ')
                    + " ends as "
                    + kind.getSimpleName()
                    + ", and the next one succeeds",
                stage -> {
                  var id = stage.received();
                  stage.backstage.inject(read.operation(), fault, ALWAYS);
                  E error =
                      stage.fails(
                          kind,
                          read.operation(),
                          read.about(id),
                          () -> read.perform(stage.gateway, id));
                  stage.backstage.clearFaults();
                  recover(stage, error);
                  read.perform(stage.gateway, id);
                }));
  }

  /** A gateway may hold further calls back until the server's pause is over. */
  private static void recover(ScenarioStage stage, InboxException error) {
    if (error instanceof RateLimited limited) {
      Instant now = stage.backstage.now();
      stage.passes(Duration.between(now, limited.retryAt()).plusSeconds(1));
    }
  }

  private static void tellsWords(ScenarioStage stage, int status) {
    var id = stage.received();
    stage.backstage.inject(Operation.ADD_NOTE, Fault.rejected(status, WORDS), 1);
    var error =
        stage.fails(Rejected.class, Operation.ADD_NOTE, id, () -> stage.gateway.addNote(id, "n"));
    assertThat(error.status()).as("status").isEqualTo(status);
    assertThat(error.serverMessage()).as("the server's words").isEqualTo(WORDS);
  }
}
