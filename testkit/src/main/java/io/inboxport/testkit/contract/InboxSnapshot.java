package io.inboxport.testkit.contract;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.timeline.TimelineEntry;
import java.util.List;
import java.util.OptionalLong;

/** Snapshot of all that can be seen of an inbox, to tell if anything changed. */
record InboxSnapshot(List<Seen> items, OptionalLong total) {
  static InboxSnapshot of(ScenarioStage stage) {
    var page = stage.gateway.list(ConversationQuery.all());
    var items = page.items().stream().map(item -> Seen.of(stage, item.id())).toList();
    return new InboxSnapshot(items, page.total());
  }

  private record Seen(
      Conversation conversation,
      List<TimelineEntry> timeline,
      List<TimelineEntry> notes,
      List<ReplyDraft> replies,
      List<SalesforceCase> cases) {
    static Seen of(ScenarioStage stage, ConversationId id) {
      return new Seen(
          stage.gateway.get(id),
          stage.timeline(id),
          stage.backstage.notes(id),
          stage.backstage.replies(id),
          stage.backstage.cases(id));
    }
  }
}
