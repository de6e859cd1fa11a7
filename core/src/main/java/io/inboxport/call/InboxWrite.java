package io.inboxport.call;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import io.inboxport.text.TextLimit;
import io.inboxport.text.WellFormedText;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Write with everything it was asked to do, so that its fate can be looked up later. Immutable. No
 * {@code toString} tells a text.
 */
public sealed interface InboxWrite {
  /** The conversation that is written to. */
  ConversationId conversation();

  /** Returns the call of the port that makes this write. */
  Operation operation();

  /**
   * Opening or closing.
   *
   * @param conversation the conversation
   * @param status the status asked for
   */
  record SetStatus(ConversationId conversation, Status status) implements InboxWrite {
    /**
     * Creates the write.
     *
     * @throws IllegalArgumentException when the status is not {@linkplain WellFormedText
     *     well-formed}
     */
    public SetStatus {
      Objects.requireNonNull(conversation, "conversation");
      Objects.requireNonNull(status, "status");
      WellFormedText.check("status", status.name());
    }

    @Override
    public Operation operation() {
      return Operation.SET_STATUS;
    }
  }

  /**
   * Assigning.
   *
   * @param conversation the conversation
   * @param assignee who is to work on it
   * @param note the note that goes with it, or null for none
   */
  record Assign(ConversationId conversation, UserId assignee, @Nullable String note)
      implements InboxWrite {
    /**
     * Creates the write.
     *
     * @throws IllegalArgumentException when the note is not {@linkplain WellFormedText well-formed}
     */
    public Assign {
      Objects.requireNonNull(conversation, "conversation");
      Objects.requireNonNull(assignee, "assignee");
      if (note != null) {
        WellFormedText.check("note", note);
      }
    }

    @Override
    public Operation operation() {
      return Operation.ASSIGN;
    }

    @Override
    public String toString() {
      return "Assign[conversation=" + conversation + ", assignee=" + assignee + "]";
    }
  }

  /**
   * Adding a note.
   *
   * @param conversation the conversation
   * @param note the text
   */
  record AddNote(ConversationId conversation, String note) implements InboxWrite {
    /**
     * Creates the write.
     *
     * @throws IllegalArgumentException when the note is not {@linkplain WellFormedText well-formed}
     */
    public AddNote {
      Objects.requireNonNull(conversation, "conversation");
      WellFormedText.check("note", note);
    }

    @Override
    public Operation operation() {
      return Operation.ADD_NOTE;
    }

    @Override
    public String toString() {
      return "AddNote[conversation="
          + conversation
          + ", "
          + TextLimit.lengthOf(note)
          + " characters]";
    }
  }

  /**
   * Replacing the tags.
   *
   * @param conversation the conversation
   * @param names the whole new set
   */
  record ReplaceTags(ConversationId conversation, List<TagName> names) implements InboxWrite {
    /**
     * Creates the write.
     *
     * @throws IllegalArgumentException when there are more than 1,000 names, which no PHP server
     *     reads whole
     */
    public ReplaceTags {
      Objects.requireNonNull(conversation, "conversation");
      names = List.copyOf(names);
      FormLimit.check("tags", names.size());
    }

    @Override
    public Operation operation() {
      return Operation.REPLACE_TAGS;
    }

    @Override
    public String toString() {
      return "ReplaceTags[conversation=" + conversation + ", " + names.size() + " names]";
    }
  }

  /**
   * Replying.
   *
   * @param conversation the conversation
   * @param draft what is sent, without what was dropped
   */
  record Reply(ConversationId conversation, ReplyDraft draft) implements InboxWrite {
    /**
     * Creates the write.
     *
     * @throws IllegalArgumentException when message, sender, parent and the keys of all media are
     *     more than 1,000 fields, which no PHP server reads whole
     */
    public Reply {
      Objects.requireNonNull(conversation, "conversation");
      Objects.requireNonNull(draft, "draft");
      FormLimit.check(
          "parts of the reply",
          1L
              + (draft.credential().isPresent() ? 1 : 0)
              + (draft.parentComment().isPresent() ? 1 : 0)
              + draft.media().stream().mapToLong(Map::size).sum());
    }

    @Override
    public Operation operation() {
      return Operation.REPLY;
    }
  }

  /**
   * Creating or updating a Salesforce case.
   *
   * @param conversation the conversation
   * @param salesforceCase the case
   */
  record CreateCase(ConversationId conversation, SalesforceCase salesforceCase)
      implements InboxWrite {
    /** Creates the write. */
    public CreateCase {
      Objects.requireNonNull(conversation, "conversation");
      Objects.requireNonNull(salesforceCase, "salesforceCase");
    }

    @Override
    public Operation operation() {
      return Operation.CREATE_CASE;
    }
  }
}
