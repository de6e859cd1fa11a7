package io.inboxport.call;

import io.inboxport.directory.ResponseDraft;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.util.Objects;

/**
 * Write to what stands beside conversations, with everything it was asked to do, so that its fate
 * can be looked up later. Immutable. No {@code toString} tells a text.
 */
public sealed interface AccountWrite {
  /** Returns the operation, and the id of what is written to. */
  CallSubject subject();

  /**
   * Renaming a tag.
   *
   * @param tag the tag
   * @param name the new name
   */
  record RenameTag(TagId tag, TagName name) implements AccountWrite {
    /** Creates the write. */
    public RenameTag {
      Objects.requireNonNull(tag, "tag");
      Objects.requireNonNull(name, "name");
    }

    @Override
    public CallSubject subject() {
      return CallSubject.ofAccount(Operation.RENAME_TAG, tag.value());
    }

    @Override
    public String toString() {
      return "RenameTag[tag=" + tag + "]";
    }
  }

  /**
   * Deleting a tag.
   *
   * @param tag the tag
   */
  record DeleteTag(TagId tag) implements AccountWrite {
    /** Creates the write. */
    public DeleteTag {
      Objects.requireNonNull(tag, "tag");
    }

    @Override
    public CallSubject subject() {
      return CallSubject.ofAccount(Operation.DELETE_TAG, tag.value());
    }
  }

  /**
   * Creating a canned response.
   *
   * @param draft what it says
   */
  record CreateResponse(ResponseDraft draft) implements AccountWrite {
    /** Creates the write. */
    public CreateResponse {
      Objects.requireNonNull(draft, "draft");
    }

    @Override
    public CallSubject subject() {
      return CallSubject.of(Operation.CREATE_RESPONSE);
    }
  }
}
