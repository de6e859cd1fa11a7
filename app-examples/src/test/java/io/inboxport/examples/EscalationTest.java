package io.inboxport.examples;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.salesforce.IntegrationId;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EscalationTest {
  private static final IntegrationId SALESFORCE = IntegrationId.of("sfint00000000001");

  private final InMemoryInboxGateway backend = InMemoryInboxGateway.create();
  private final CaseEscalation escalation = new CaseEscalation(Inbox.over(backend), SALESFORCE);
  private final ConversationId id =
      backend.receive(directMessage().on(Network.TWITTER).saying("I cannot log in"));

  @BeforeEach
  void activate() {
    backend.addIntegration(SALESFORCE);
  }

  @Test
  void case_reply_and_note_are_made() {
    assertThat(escalation.escalate(id, "Login")).isEmpty();
    assertOneOfEach();
  }

  @Test
  void a_reply_that_went_out_unheard_is_found_and_not_sent_again() {
    backend.faults().inject(Operation.REPLY, Fault.unheard());

    assertThat(escalation.escalate(id, "Login")).isEmpty();
    assertOneOfEach();
  }

  @Test
  void a_note_that_got_lost_is_missed_and_made_again_once_that_is_settled() {
    backend.faults().inject(Operation.ADD_NOTE, Fault.lost());
    var settled = Inbox.over(backend).settlingFor(Duration.ZERO);

    assertThat(new CaseEscalation(settled, SALESFORCE).escalate(id, "Login")).isEmpty();
    assertOneOfEach();
  }

  @Test
  void while_it_is_too_early_to_tell_nothing_is_sent_again_and_a_person_hears_when_to_look() {
    backend.faults().inject(Operation.ADD_NOTE, Fault.lost());

    assertThat(escalation.escalate(id, "Login"))
        .singleElement(STRING)
        .startsWith("Is there a note on " + id + "? Look at ");
    assertThat(backend.notes(id)).isEmpty();
  }

  @Test
  void a_case_nobody_can_look_up_is_left_to_a_person() {
    backend.faults().inject(Operation.CREATE_CASE, Fault.unheard());

    assertThat(escalation.escalate(id, "Login"))
        .containsExactly("Is there a Salesforce case for " + id + "?");
    assertOneOfEach();
  }

  @Test
  void where_nobody_can_reply_a_person_has_to_tell_the_customer() {
    var unreachable = backend.receive(directMessage().on(Network.INSTAGRAM).saying("Help"));

    assertThat(escalation.escalate(unreachable, "Login"))
        .singleElement(STRING)
        .startsWith("Did the customer of " + unreachable + " get the reply? Cannot reply to ");
    assertThat(backend.cases(unreachable)).hasSize(1);
    assertThat(backend.notes(unreachable)).hasSize(1);
  }

  @Test
  void without_a_case_nothing_is_done() {
    backend.faults().inject(Operation.CREATE_CASE, Fault.unavailable());

    assertThatThrownBy(() -> escalation.escalate(id, "Login")).isInstanceOf(Unavailable.class);
    assertThat(backend.replies(id)).isEmpty();
    assertThat(backend.notes(id)).isEmpty();
  }

  private void assertOneOfEach() {
    assertThat(backend.cases(id)).hasSize(1);
    assertThat(backend.replies(id)).hasSize(1);
    assertThat(backend.notes(id)).hasSize(1);
  }
}
