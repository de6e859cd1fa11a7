package io.inboxport.testkit.contract;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntryId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Calls with input that no caller should give, by operation. */
final class OddCalls {
  /** Calls with odd texts. */
  static final Map<Operation, List<BiConsumer<InboxGateway, ConversationId>>> ALL = odd();

  /** A call with a null that is not allowed. */
  static final Map<Operation, BiConsumer<InboxGateway, ConversationId>> NULLS = nulls();

  private OddCalls() {}

  private static Map<Operation, List<BiConsumer<InboxGateway, ConversationId>>> odd() {
    var odd =
        new EnumMap<Operation, List<BiConsumer<InboxGateway, ConversationId>>>(Operation.class);
    odd.put(
        Operation.LIST,
        List.of(
            (gateway, id) -> gateway.list(ConversationQuery.all().matching(id + "\u0000&_count=1")),
            (gateway, id) ->
                gateway.list(ConversationQuery.all().on(Network.of("\ud83c\udf89&x=1"))),
            (gateway, id) -> gateway.list(ConversationQuery.all().atMost(Integer.MAX_VALUE))));
    odd.put(Operation.GET, List.of((gateway, id) -> gateway.get(id)));
    odd.put(
        Operation.TIMELINE,
        List.of((gateway, id) -> gateway.timeline(id, TimelineEntryId.of("../" + id))));
    odd.put(Operation.SET_STATUS, List.of((gateway, id) -> gateway.setStatus(id, Status.of(""))));
    odd.put(
        Operation.ASSIGN,
        List.of((gateway, id) -> gateway.assign(id, ScenarioStage.ME, "\ud83c\udf89\uffff")));
    odd.put(Operation.ADD_NOTE, List.of((gateway, id) -> gateway.addNote(id, " \u0000 ")));
    odd.put(
        Operation.REPLACE_TAGS,
        List.of(
            (gateway, id) ->
                gateway.replaceTags(
                    id, List.of(TagName.of("\u0000"), TagName.of("a\ud83c\udf89")))));
    odd.put(
        Operation.REPLY,
        List.of((gateway, id) -> gateway.reply(id, ReplyDraft.of("\ud83c\udf89\u0000"))));
    return odd;
  }

  @SuppressWarnings("NullAway") // What happens to callers without a null checker.
  private static Map<Operation, BiConsumer<InboxGateway, ConversationId>> nulls() {
    var nulls = new EnumMap<Operation, BiConsumer<InboxGateway, ConversationId>>(Operation.class);
    nulls.put(Operation.LIST, (gateway, id) -> gateway.list(null));
    nulls.put(Operation.GET, (gateway, id) -> gateway.get(null));
    nulls.put(Operation.TIMELINE, (gateway, id) -> gateway.timeline(null, null));
    nulls.put(Operation.SET_STATUS, (gateway, id) -> gateway.setStatus(id, null));
    nulls.put(Operation.ASSIGN, (gateway, id) -> gateway.assign(id, null, "note"));
    nulls.put(Operation.ADD_NOTE, (gateway, id) -> gateway.addNote(id, null));
    nulls.put(Operation.REPLACE_TAGS, (gateway, id) -> gateway.replaceTags(id, null));
    nulls.put(Operation.REPLY, (gateway, id) -> gateway.reply(id, null));
    nulls.put(Operation.CREATE_CASE, (gateway, id) -> gateway.createCase(id, null));
    return nulls;
  }
}
