package io.inboxport.inmemory;

import static io.inboxport.inmemory.OpenQuestion.CREDENTIAL_OF_ANOTHER_NETWORK;
import static io.inboxport.inmemory.OpenQuestion.REPLY_TO_CLOSED;
import static io.inboxport.inmemory.OpenQuestion.UNDETERMINED_CHANNEL;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_CREDENTIAL;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_PARENT_COMMENT;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Status;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyCapability;
import io.inboxport.reply.ReplyChannel;
import io.inboxport.reply.ReplyContent;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.text.TextLimit;
import io.inboxport.timeline.EntryType;
import io.inboxport.timeline.TimelineEntryId;

/** What a reply makes of the world, or how the server declines it. */
final class ReplyChanges {
  private ReplyChanges() {}

  static InboxState reply(ServerCall turn, InboxWrite.Reply write) {
    var item = turn.item(write.conversation());
    var conversation = item.conversation();
    var draft = write.draft();
    var can = ReplyCapabilities.of(conversation.network(), conversation.itemType());
    checkItem(turn, conversation, can);
    turn.checkGiven("message", draft.message());
    turn.checkLength("message", draft.message(), TextLimit.REPLY_MESSAGE);
    draft.credential().ifPresent(sender -> checkSender(turn, conversation, sender));
    var arriving = arriving(draft, can);
    arriving.parentComment().ifPresent(parent -> checkParent(turn, item, parent));
    var answered = item.with(conversation.toBuilder().modified(turn.now()).build()).with(arriving);
    return turn.world()
        .with(
            answered,
            messageType(conversation),
            arriving.message(),
            AccountIdentity.CALLER,
            turn.now());
  }

  /** How a message of the customer, or to them, is called in the timeline of such an item. */
  static EntryType messageType(Conversation conversation) {
    return conversation.itemType().equals(ItemType.CONVERSATION)
        ? EntryType.MESSAGE
        : EntryType.COMMENT;
  }

  private static void checkItem(ServerCall turn, Conversation conversation, ReplyCapability can) {
    if (!conversation.status().equals(Status.OPEN) && turn.rejects(REPLY_TO_CLOSED)) {
      throw turn.rejected(turn.behavior().closedStatus(), "Conversation is not open.");
    }
    boolean closed =
        switch (can.channel()) {
          case NONE -> true;
          case UNDETERMINED -> turn.rejects(UNDETERMINED_CHANNEL);
          case DIRECT_MESSAGE, PUBLIC_COMMENT -> false;
        };
    if (closed) {
      throw turn.rejected("Replying is not supported for this network.");
    }
  }

  private static void checkSender(ServerCall turn, Conversation conversation, CredentialId sender) {
    var credential = turn.world().directory().credentials().get(sender);
    if (credential == null) {
      if (turn.rejects(UNKNOWN_CREDENTIAL)) {
        throw turn.rejected("Credential is not valid.");
      }
    } else if (!credential.value().equals(conversation.network())
        && turn.rejects(CREDENTIAL_OF_ANOTHER_NETWORK)) {
      throw turn.rejected("Credential does not belong to this network.");
    }
  }

  private static void checkParent(ServerCall turn, StoredConversation item, CommentId parent) {
    boolean known =
        turn.world().find(ConversationId.of(parent.value())) != null
            || turn.world().history(item).positionOf(TimelineEntryId.of(parent.value())) >= 0;
    if (!known && turn.rejects(UNKNOWN_PARENT_COMMENT)) {
      throw turn.rejected("Parent comment is not valid.");
    }
  }

  /** The reply as the customer gets it: what the channel does not support is left out silently. */
  private static ReplyDraft arriving(ReplyDraft draft, ReplyCapability can) {
    boolean anything = can.channel() == ReplyChannel.UNDETERMINED;
    var arriving = ReplyDraft.of(draft.message());
    if (draft.credential().isPresent()) {
      arriving = arriving.from(draft.credential().get());
    }
    if (draft.parentComment().isPresent()
        && (anything || can.supports(ReplyContent.PARENT_COMMENT))) {
      arriving = arriving.under(draft.parentComment().get());
    }
    if (anything || can.supports(ReplyContent.MEDIA)) {
      for (var media : draft.media()) {
        arriving = arriving.attaching(media);
      }
    }
    return arriving;
  }
}
