package io.inboxport.inmemory;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EventName;
import io.inboxport.conversation.ItemType;
import java.time.Instant;
import java.util.List;

/**
 * Happening in the twin that webhooks tell of, under a name of each of the vendor's two families.
 * The vendor does not document which name is sent when; this is the twin's choice.
 */
record TwinHappening(List<EventName> names, ConversationId conversation, Instant at) {
  static TwinHappening received(Conversation item, Instant at) {
    return new TwinHappening(
        isDirectMessage(item)
            ? List.of(EventName.NEW_INBOX_ITEM, EventName.NEW_CONVERSATION)
            : List.of(EventName.NEW_INBOX_ITEM),
        item.id(),
        at);
  }

  static TwinHappening customerSaid(Conversation item, Instant at) {
    return new TwinHappening(
        List.of(
            isDirectMessage(item)
                ? EventName.NEW_DIRECT_MESSAGE_ON_INBOX_ITEM
                : EventName.NEW_COMMENT_ON_INBOX_ITEM,
            EventName.CONVERSATION_UPDATED),
        item.id(),
        at);
  }

  static TwinHappening activity(ConversationId id, Instant at) {
    return new TwinHappening(List.of(EventName.CONVERSATION_UPDATED), id, at);
  }

  static TwinHappening written(InboxWrite write, Instant at) {
    return new TwinHappening(names(write), write.conversation(), at);
  }

  private static List<EventName> names(InboxWrite write) {
    if (write instanceof InboxWrite.SetStatus) {
      return List.of(EventName.INBOX_ITEM_STATUS_CHANGE, EventName.CONVERSATION_STATUS_UPDATED);
    } else if (write instanceof InboxWrite.Assign) {
      return List.of(EventName.NEW_INBOX_ITEM_ASSIGNMENT, EventName.NEW_ASSIGNMENT);
    } else if (write instanceof InboxWrite.AddNote) {
      return List.of(EventName.NEW_NOTE_ON_INBOX_ITEM, EventName.NEW_NOTE_ON_CONVERSATION);
    } else if (write instanceof InboxWrite.ReplaceTags) {
      return List.of(EventName.INBOX_ITEM_TAG_CHANGE, EventName.CONVERSATION_UPDATED);
    } else if (write instanceof InboxWrite.Reply) {
      return List.of(EventName.INBOX_ITEM_REPLIED, EventName.CONVERSATION_UPDATED);
    }
    return List.of(EventName.CONVERSATION_UPDATED);
  }

  private static boolean isDirectMessage(Conversation item) {
    return item.itemType().equals(ItemType.CONVERSATION);
  }
}
