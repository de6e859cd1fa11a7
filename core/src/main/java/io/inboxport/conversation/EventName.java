package io.inboxport.conversation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Name that the vendor gives to something that happened to a conversation, as a webhook tells it.
 *
 * <p>The vocabulary is open: {@link #of} takes any text and keeps it. Texts are compared without
 * regard to case. Immutable and thread-safe.
 *
 * <p>The vendor names two families, an older one of conversations and a newer one of inbox items.
 * It documents neither when each is sent, nor with what data.
 */
public final class EventName extends OpenTerm<EventName.Known> {
  /** The values known to this version, for tables and switches. */
  public enum Known {
    /** A conversation came in. */
    NEW_CONVERSATION,
    /** A conversation changed. */
    CONVERSATION_UPDATED,
    /** The status of a conversation changed. */
    CONVERSATION_STATUS_UPDATED,
    /** A note was added to a conversation. */
    NEW_NOTE_ON_CONVERSATION,
    /** A conversation was assigned. */
    NEW_ASSIGNMENT,
    /** An inbox item came in. */
    NEW_INBOX_ITEM,
    /** A comment was made on an inbox item. */
    NEW_COMMENT_ON_INBOX_ITEM,
    /** A direct message came in. */
    NEW_DIRECT_MESSAGE_ON_INBOX_ITEM,
    /** An inbox item was replied to. */
    INBOX_ITEM_REPLIED,
    /** A note was added to an inbox item. */
    NEW_NOTE_ON_INBOX_ITEM,
    /** An inbox item was assigned. */
    NEW_INBOX_ITEM_ASSIGNMENT,
    /** The status of an inbox item changed. */
    INBOX_ITEM_STATUS_CHANGE,
    /** The tags of an inbox item changed. */
    INBOX_ITEM_TAG_CHANGE
  }

  /** A conversation came in. */
  public static final EventName NEW_CONVERSATION = known("newConversation", Known.NEW_CONVERSATION);

  /** A conversation changed. */
  public static final EventName CONVERSATION_UPDATED =
      known("conversationUpdated", Known.CONVERSATION_UPDATED);

  /** The status of a conversation changed. */
  public static final EventName CONVERSATION_STATUS_UPDATED =
      known("conversationStatusUpdated", Known.CONVERSATION_STATUS_UPDATED);

  /** A note was added to a conversation. */
  public static final EventName NEW_NOTE_ON_CONVERSATION =
      known("newNoteOnConversation", Known.NEW_NOTE_ON_CONVERSATION);

  /** A conversation was assigned. */
  public static final EventName NEW_ASSIGNMENT = known("newAssignment", Known.NEW_ASSIGNMENT);

  /** An inbox item came in. */
  public static final EventName NEW_INBOX_ITEM = known("newInboxItem", Known.NEW_INBOX_ITEM);

  /** A comment was made on an inbox item. */
  public static final EventName NEW_COMMENT_ON_INBOX_ITEM =
      known("newCommentOnInboxItem", Known.NEW_COMMENT_ON_INBOX_ITEM);

  /** A direct message came in. */
  public static final EventName NEW_DIRECT_MESSAGE_ON_INBOX_ITEM =
      known("newDirectMessageOnInboxItem", Known.NEW_DIRECT_MESSAGE_ON_INBOX_ITEM);

  /** An inbox item was replied to. */
  public static final EventName INBOX_ITEM_REPLIED =
      known("inboxItemReplied", Known.INBOX_ITEM_REPLIED);

  /** A note was added to an inbox item. */
  public static final EventName NEW_NOTE_ON_INBOX_ITEM =
      known("newNoteOnInboxItem", Known.NEW_NOTE_ON_INBOX_ITEM);

  /** An inbox item was assigned. */
  public static final EventName NEW_INBOX_ITEM_ASSIGNMENT =
      known("newInboxItemAssignment", Known.NEW_INBOX_ITEM_ASSIGNMENT);

  /** The status of an inbox item changed. */
  public static final EventName INBOX_ITEM_STATUS_CHANGE =
      known("inboxItemStatusChange", Known.INBOX_ITEM_STATUS_CHANGE);

  /** The tags of an inbox item changed. */
  public static final EventName INBOX_ITEM_TAG_CHANGE =
      known("inboxItemTagChange", Known.INBOX_ITEM_TAG_CHANGE);

  private static final List<EventName> VALUES =
      List.of(
          NEW_CONVERSATION,
          CONVERSATION_UPDATED,
          CONVERSATION_STATUS_UPDATED,
          NEW_NOTE_ON_CONVERSATION,
          NEW_ASSIGNMENT,
          NEW_INBOX_ITEM,
          NEW_COMMENT_ON_INBOX_ITEM,
          NEW_DIRECT_MESSAGE_ON_INBOX_ITEM,
          INBOX_ITEM_REPLIED,
          NEW_NOTE_ON_INBOX_ITEM,
          NEW_INBOX_ITEM_ASSIGNMENT,
          INBOX_ITEM_STATUS_CHANGE,
          INBOX_ITEM_TAG_CHANGE);

  private EventName(String text, String name, @Nullable Known known) {
    super(text, name, known);
  }

  private static EventName known(String name, Known known) {
    return new EventName(name, name, known);
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static EventName of(String text) {
    return find(text, VALUES, EventName::new);
  }

  /** Returns the known values, in the order of {@link Known}. */
  public static List<EventName> values() {
    return VALUES;
  }
}
