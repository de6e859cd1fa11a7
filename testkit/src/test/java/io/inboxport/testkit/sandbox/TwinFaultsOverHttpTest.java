package io.inboxport.testkit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.Fault;
import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tests that what is injected into the twin comes out on the wire as what it stands for. */
class TwinFaultsOverHttpTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");
  private static final String ITEM = "/v2/conversation/" + ID;

  private Sandbox sandbox;
  private int notesBefore;

  @BeforeEach
  void open() {
    sandbox = Sandbox.start();
    notesBefore = sandbox.twin().notes(ID).size();
  }

  @AfterEach
  void close() {
    sandbox.close();
  }

  private Wire.Answer note(Fault fault) throws IOException {
    sandbox.twin().faults().inject(Operation.ADD_NOTE, fault);
    return Wire.call(sandbox, "POST", ITEM + "/note", "note=Calling+back");
  }

  private Wire.Answer get(Fault fault) throws IOException {
    sandbox.twin().faults().inject(Operation.GET, fault);
    return Wire.get(sandbox, ITEM);
  }

  private void assertExecuted(int times) {
    assertThat(sandbox.twin().notes(ID).size() - notesBefore).isEqualTo(times);
    assertThat(sandbox.received().executed(Operation.ADD_NOTE)).isEqualTo(times);
  }

  @Test
  void unavailable_is_a_status_that_says_that_nothing_happened() throws IOException {
    assertThat(note(Fault.unavailable()).status()).isEqualTo(421);
    assertExecuted(0);
    assertThat(get(Fault.unavailable()).status()).isEqualTo(503);
  }

  @Test
  void unheard_is_executed_and_hung_up_on() {
    assertThatThrownBy(() -> note(Fault.unheard())).isInstanceOf(EOFException.class);
    assertExecuted(1);
    assertThatThrownBy(() -> get(Fault.unheard())).isInstanceOf(EOFException.class);
  }

  @Test
  void lost_is_hung_up_on_and_not_executed() {
    assertThatThrownBy(() -> note(Fault.lost())).isInstanceOf(EOFException.class);
    assertExecuted(0);
    assertThatThrownBy(() -> get(Fault.lost())).isInstanceOf(EOFException.class);
  }

  @Test
  void executed_later_is_hung_up_on_and_executed_when_it_is_due() {
    var fault = Fault.executedLater(Duration.ofHours(1));
    assertThatThrownBy(() -> note(fault)).isInstanceOf(EOFException.class);
    assertExecuted(0);

    sandbox.clock().advance(Duration.ofHours(1));
    assertThat(sandbox.twin().notes(ID)).hasSize(notesBefore + 1);
  }

  @Test
  void a_read_that_is_executed_later_is_answered_503() throws IOException {
    assertThat(get(Fault.executedLater(Duration.ofHours(1))).status()).isEqualTo(503);
  }

  @Test
  void an_answer_about_another_item_has_another_id() throws IOException {
    var answer = get(Fault.anotherConversation());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/Conversation/Id").asText()).isEqualTo("eit000000000002");

    assertAssigned(Fault.anotherConversation(), "eit000000000002", "00A000000000002");
    assertAssigned(Fault.anotherUser(), "eit000000000001", "00A000000000001");
  }

  private void assertAssigned(Fault fault, String item, String assignee) throws IOException {
    sandbox.twin().faults().inject(Operation.ASSIGN, fault);
    var answer = Wire.call(sandbox, "POST", ITEM + "/assign", "assignee_id=00A000000000002");
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().at("/Assignment/ItemId").asText()).isEqualTo(item);
    assertThat(answer.json().at("/Assignment/AssigneeId").asText()).isEqualTo(assignee);
    assertThat(sandbox.twin().get(ID).assignee().orElseThrow()).hasToString("00A000000000002");
  }

  @Test
  void garbled_is_executed_and_answered_with_half_of_the_json() throws IOException {
    var answer = note(Fault.garbled());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).startsWith("{").doesNotEndWith("}");
    assertExecuted(1);
    assertThat(get(Fault.garbled()).body()).doesNotEndWith("}");
  }

  @Test
  void a_call_that_was_declined_unheard_is_not_executed() {
    sandbox.twin().faults().inject(Operation.ADD_NOTE, Fault.unheard());

    assertThatThrownBy(
            () -> Wire.call(sandbox, "POST", "/v2/conversation/eit999999999999/note", "note=x"))
        .isInstanceOf(EOFException.class);
    assertExecuted(0);
  }

  @Test
  void each_of_racing_calls_is_answered_by_the_fault_it_met() throws Exception {
    int rounds = 300;
    sandbox.twin().faults().inject(Operation.ADD_NOTE, Fault.rejected(409, "Taken"), 1);
    for (int i = 1; i < rounds; i++) {
      var fault = i % 2 == 0 ? Fault.lost() : Fault.unheard();
      sandbox.twin().faults().inject(Operation.ADD_NOTE, fault);
    }

    var answers =
        IntStream.range(0, rounds)
            .parallel()
            .filter(
                i -> {
                  try {
                    return Wire.call(sandbox, "POST", ITEM + "/note", "note=x").status() == 409;
                  } catch (IOException hungUp) {
                    return false;
                  }
                })
            .count();

    assertThat(answers).isOne();
    assertExecuted(rounds / 2);
  }

  @Test
  void rate_limited_says_when_to_come_back_in_whole_seconds() throws IOException {
    var answer = note(Fault.rateLimited(Duration.ofMillis(29_500)));
    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.headers().get("retry-after")).isIn("29", "30");
    assertExecuted(0);
  }

  @Test
  void refusals_have_their_status_and_words() throws IOException {
    assertThat(get(Fault.authenticationFailed()).status()).isEqualTo(401);
    assertThat(get(Fault.permissionDenied()).status()).isEqualTo(403);
    assertThat(get(Fault.notFound()).status()).isEqualTo(404);
    assertThat(note(Fault.rejected(409, "Taken")).message()).isEqualTo("Taken");
    var quiet = note(Fault.rejected(200, "No"));
    assertThat(quiet.status()).isEqualTo(200);
    assertThat(quiet.json().at("/Result").asBoolean(true)).isFalse();
    assertExecuted(0);
  }

  @Test
  void an_unknown_total_is_null() throws IOException {
    var planned = "{\"operation\":\"list\",\"fault\":\"unknown-total\"}";
    assertThat(Wire.call(sandbox, "POST", "/-/twin-faults", planned).status()).isEqualTo(200);

    var page = Wire.get(sandbox, "/v2/conversation").json().at("/Conversations");
    assertThat(page.at("/Total").isNull()).isTrue();
    assertThat(page.at("/Items")).isNotEmpty();
    assertThat(Wire.get(sandbox, "/v2/conversation").json().at("/Conversations/Total").isInt())
        .isTrue();
  }

  @Test
  void a_broken_item_has_wrong_types() throws IOException {
    sandbox.twin().faults().inject(Operation.LIST, Fault.brokenItem());
    sandbox.twin().faults().inject(Operation.TIMELINE, Fault.brokenItem());

    var items = Wire.get(sandbox, "/v2/conversation").json().at("/Conversations/Items");
    assertThat(items.at("/0/Id").isObject()).isTrue();
    assertThat(items.at("/1/Id").isTextual()).isTrue();
    var entries = Wire.get(sandbox, ITEM + "/timeline").json().at("/Timeline");
    assertThat(entries.at("/0/Id").isObject()).isTrue();
  }
}
