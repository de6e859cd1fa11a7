package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import org.junit.jupiter.api.Test;

class InMemoryInboxGatewayTest {
  private final InMemoryInboxGateway backend = InMemoryInboxGateway.create();
  private final Inbox inbox = Inbox.over(backend);

  @Test
  void a_working_day_leaves_its_traces() {
    var id = backend.receive(directMessage().on(Network.LINKEDIN).saying("My invoice is wrong"));

    inbox.assign(id, UserId.of("00A000000000002"), "VIP, please look");
    inbox.reply(id, ReplyDraft.of("On it!"));
    inbox.replaceTags(id, TagName.of("Billing"), TagName.of("VIP"));
    inbox.close(id);

    assertThat(id).hasToString("eit000000000001");
    assertThat(inbox.get(id).tags().orElseThrow())
        .extracting(Tag::name)
        .containsExactly("Billing", "VIP");
    assertThat(inbox.timeline(id))
        .extracting(TimelineEntry::content)
        .containsExactly("On it!", "VIP, please look", "My invoice is wrong");
    assertThat(backend.replies(id)).containsExactly(ReplyDraft.of("On it!"));
    var closed = ConversationQuery.closed().on(Network.LINKEDIN).tagged(TagName.of("VIP"));
    assertThat(inbox.list(closed).items())
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.id()).isEqualTo(id);
              assertThat(item.tags()).isEmpty();
            });
    assertThat(inbox.list(ConversationQuery.open()).total()).hasValue(0);
  }

  @Test
  void what_does_not_exist_is_not_found() {
    assertThatThrownBy(() -> backend.get(ConversationId.of("eit000000000009")))
        .isInstanceOf(InboxException.NotFound.class);
  }
}
