package io.inboxport.inmemory;

import static io.inboxport.inmemory.OpenQuestion.CREDENTIAL_OF_ANOTHER_NETWORK;
import static io.inboxport.inmemory.OpenQuestion.INVALID_CREDENTIAL;
import static io.inboxport.inmemory.OpenQuestion.REPLY_TO_CLOSED;
import static io.inboxport.inmemory.OpenQuestion.UNDETERMINED_CHANNEL;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_CREDENTIAL;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_PARENT_COMMENT;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Status;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.reply.CommentId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyCapabilities;
import io.inboxport.reply.ReplyCapability;
import io.inboxport.reply.ReplyChannel;
import io.inboxport.reply.ReplyContent;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.text.TextLimit;
import io.inboxport.timeline.TimelineEntryId;

/** Changes of the state by a reply, and the rejections of the server. */
final class ReplyChanges {
  private ReplyChanges() {}

  static InboxState reply(ServerCall call, InboxWrite.Reply write) {
    var item = call.item(write.conversation());
    var conversation = item.conversation();
    var draft = write.draft();
    var can = ReplyCapabilities.of(conversation.network(), conversation.itemType());
    checkItem(call, conversation, can);
    call.checkGiven("message", draft.message());
    call.checkLength("message", draft.message(), TextLimit.REPLY_MESSAGE);
    draft.credential().ifPresent(sender -> checkSender(call, conversation, sender));
    var arriving = arriving(draft, can);
    arriving.parentComment().ifPresent(parent -> checkParent(call, item, parent));
    var answered = item.with(conversation.toBuilder().modified(call.now()).build()).with(arriving);
    return call.showing(answered, messageType(conversation), arriving.message());
  }

  /**
   * Returns the type that a message of the customer, or to them, has in the timeline of an item.
   */
  static EntryType messageType(Conversation conversation) {
    return conversation.itemType().equals(ItemType.CONVERSATION)
        ? EntryType.MESSAGE
        : EntryType.COMMENT;
  }

  private static void checkItem(ServerCall call, Conversation conversation, ReplyCapability can) {
    if (!conversation.status().equals(Status.OPEN) && call.rejects(REPLY_TO_CLOSED)) {
      throw call.rejected(call.behavior().closedStatus(), "Conversation is not open.");
    }
    boolean closed =
        switch (can.channel()) {
          case NONE -> true;
          case UNDETERMINED -> call.rejects(UNDETERMINED_CHANNEL);
          case DIRECT_MESSAGE, PUBLIC_COMMENT -> false;
        };
    if (closed) {
      throw call.rejected("Replying is not supported for this network.");
    }
  }

  private static void checkSender(ServerCall call, Conversation conversation, CredentialId sender) {
    var profile = call.state().directory().profiles().get(sender);
    if (profile == null) {
      if (call.rejects(UNKNOWN_CREDENTIAL)) {
        throw call.rejected("Credential is not valid.");
      }
    } else if (!profile.network().equals(conversation.network())
        && call.rejects(CREDENTIAL_OF_ANOTHER_NETWORK)) {
      throw call.rejected("Credential does not belong to this network.");
    } else if (profile.status().equals(ProfileStatus.INVALID) && call.rejects(INVALID_CREDENTIAL)) {
      throw call.rejected("Credential is not valid.");
    }
  }

  private static void checkParent(ServerCall call, StoredConversation item, CommentId parent) {
    boolean known =
        call.state().find(ConversationId.of(parent.value())) != null
            || call.state().timeline(item).positionOf(TimelineEntryId.of(parent.value())) >= 0;
    if (!known && call.rejects(UNKNOWN_PARENT_COMMENT)) {
      throw call.rejected("Parent comment is not valid.");
    }
  }

  /**
   * Returns the reply as the customer gets it: what the channel does not support is left out
   * silently.
   */
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
