package io.inboxport.examples;

import static io.inboxport.examples.TriageBot.Rule.anyOf;
import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.mention;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TriageBotTest {
  private static final UserId ACCOUNTING = UserId.of("00A000000000002");

  private final InMemoryInboxGateway backend = InMemoryInboxGateway.create();
  private final Inbox inbox = Inbox.over(backend);
  private final TriageBot bot =
      new TriageBot(
          List.of(
              new TriageBot.Rule(
                  anyOf("invoice", "refund"),
                  ACCOUNTING,
                  Set.of(TagName.of("Billing")),
                  "We are looking into it.")));

  @Test
  void an_invoice_goes_to_accounting_and_gets_a_first_answer() {
    var id = backend.receive(directMessage().on(Network.LINKEDIN).saying("My INVOICE is wrong!"));

    assertThat(bot.run(inbox).placed()).containsExactly(id);
    assertThat(inbox.get(id).assignee()).contains(ACCOUNTING);
    assertThat(inbox.get(id).tags().orElseThrow()).extracting(Tag::name).containsExactly("Billing");
    assertThat(backend.replies(id)).containsExactly(ReplyDraft.of("We are looking into it."));
  }

  @Test
  void where_no_reply_is_possible_the_colleague_gets_a_note() {
    var id = backend.receive(directMessage().on(Network.INSTAGRAM).saying("A refund, please"));

    assertThat(bot.run(inbox).placed()).containsExactly(id);
    assertThat(backend.replies(id)).isEmpty();
    assertThat(backend.notes(id)).hasSize(1);
  }

  @Test
  void a_word_of_any_language_is_one_word() {
    var id = backend.receive(directMessage().on(Network.FACEBOOK).saying("Überrefund? Grüße!"));

    assertThat(bot.run(inbox).placed()).isEmpty();
    assertThat(inbox.get(id).assignee()).isEmpty();
  }

  @Test
  void what_no_rule_is_about_stays_where_it_is() {
    var id = backend.receive(mention().on(Network.YOUTUBE).saying("Nice video"));

    assertThat(bot.run(inbox).placed()).isEmpty();
    assertThat(inbox.get(id).assignee()).isEmpty();
  }

  @Test
  void what_is_placed_is_not_placed_again() {
    backend.receive(directMessage().on(Network.FACEBOOK).saying("invoice"));

    assertThat(bot.run(inbox).placed()).hasSize(1);
    assertThat(bot.run(inbox).placed()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"REPLACE_TAGS", "ASSIGN", "REPLY"})
  void whatever_goes_out_unheard_the_next_run_answers_nobody_twice(Operation operation) {
    var id = backend.receive(directMessage().on(Network.FACEBOOK).saying("invoice"));
    backend.faults().inject(operation, Fault.unheard());

    assertThat(bot.run(inbox).failed().get(id)).isInstanceOf(OutcomeUnknown.class);
    assertThat(bot.run(inbox).failed()).isEmpty();

    assertThat(inbox.get(id).assignee()).contains(ACCOUNTING);
    assertThat(backend.replies(id)).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void an_item_that_fails_costs_no_other() {
    var one = backend.receive(directMessage().on(Network.FACEBOOK).saying("invoice"));
    var other = backend.receive(directMessage().on(Network.FACEBOOK).saying("refund"));
    backend.faults().inject(Operation.TIMELINE, Fault.notFound());

    var run = bot.run(inbox);
    assertThat(run.failed()).containsOnlyKeys(other);
    assertThat(run.placed()).containsExactly(one);
  }
}
