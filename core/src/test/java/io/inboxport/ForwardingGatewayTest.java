package io.inboxport;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A decorator that overrides nothing passes calls and answers on unchanged. */
class ForwardingGatewayTest {
  private static final ConversationId ID = ConversationId.of("eit1");
  private static final UserId ADA = UserId.of("ada");

  private final RecordingGateway behind = new RecordingGateway(Conversation.withId(ID).build());
  private final PlainDecorator front = new PlainDecorator(behind);

  private static final class PlainDecorator extends ForwardingInboxGateway {
    PlainDecorator(InboxGateway delegate) {
      super(delegate);
    }

    InboxGateway passesOnTo() {
      return delegate();
    }
  }

  @Test
  void every_read_is_passed_on_and_its_answer_comes_back() {
    var entry = TimelineEntry.withId(TimelineEntryId.of("eat1")).build();
    behind.page(entry);
    var query = ConversationQuery.all();

    assertThat(front.list(query).items()).containsExactly(behind.conversation);
    assertThat(front.get(ID)).isSameAs(behind.conversation);
    assertThat(front.timeline(ID, TimelineEntryId.of("eat2")).entries()).containsExactly(entry);
    assertThat(front.me().user()).isEqualTo(behind.caller);
    assertThat(behind.calls)
        .containsExactly("list " + query, "get eit1", "timeline eit1 eat2", "me");
  }

  @Test
  void every_write_is_passed_on_and_its_answer_comes_back() {
    var draft = ReplyDraft.of("On it!");

    front.setStatus(ID, Status.CLOSED);
    assertThat(front.assign(ID, ADA, "Please look")).isEqualTo(new Assignment(ID, ADA));
    assertThat(front.addNote(ID, "Escalated").content()).isEqualTo("Escalated");
    assertThat(front.replaceTags(ID, List.of(TagName.of("VIP"))))
        .extracting(Tag::name)
        .containsExactly("VIP");
    front.reply(ID, draft);
    front.createCase(ID, SalesforceCase.through(IntegrationId.of("sf1")));

    assertThat(behind.sent).containsExactly(draft);
    assertThat(behind.calls)
        .containsExactly(
            "setStatus eit1 " + Status.CLOSED,
            "assign eit1 ada Please look",
            "addNote eit1 Escalated",
            "replaceTags eit1 [VIP]",
            "reply eit1",
            "createCase eit1 sf1");
  }

  @Test
  void the_time_is_that_of_the_gateway_behind() {
    behind.clockOffset = Duration.ofSeconds(7);

    assertThat(front.clock().instant()).isEqualTo(behind.now);
    assertThat(front.clockOffset()).isEqualTo(Duration.ofSeconds(7));
  }

  @Test
  void closing_it_closes_the_gateway_behind() {
    var closings = new AtomicInteger();
    var closeable =
        new ForwardingInboxGateway(behind) {
          @Override
          public void close() {
            closings.incrementAndGet();
          }
        };

    new PlainDecorator(closeable).close();

    assertThat(closings).hasValue(1);
  }

  @Test
  void a_subclass_reaches_the_gateway_behind() {
    assertThat(front.passesOnTo()).isSameAs(behind);
  }
}
