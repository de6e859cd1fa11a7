package io.inboxport.testkit.contract;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.timeline.TimelineEntry;
import java.util.List;

/**
 * Snapshot of all that a scenario received, to tell if anything changed. It is taken behind the
 * gateway, so that no operation but the one that is tested can spoil it.
 */
record InboxSnapshot(List<Seen> items) {
  static InboxSnapshot of(ScenarioStage stage) {
    return new InboxSnapshot(stage.present().map(id -> Seen.of(stage.backstage, id)).toList());
  }

  private record Seen(
      Conversation conversation,
      List<TimelineEntry> timeline,
      List<ReplyDraft> replies,
      List<SalesforceCase> cases) {
    static Seen of(Backstage backstage, ConversationId id) {
      return new Seen(
          backstage.conversation(id),
          backstage.timeline(id),
          backstage.replies(id),
          backstage.cases(id));
    }
  }
}
