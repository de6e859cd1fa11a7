package io.inboxport.call;

import java.util.EnumSet;
import java.util.List;

/**
 * Calls of the two ports, one for each endpoint: {@link #ofInbox()} are those of {@code
 * InboxGateway}, {@link #ofAccount()} those of {@code AccountGateway}.
 */
public enum Operation {
  /** Listing conversations. */
  LIST("List conversations", false),
  /** Getting one conversation. */
  GET("Get", false),
  /** Reading a page of a timeline. */
  TIMELINE("Read timeline of", false),
  /** Asking who the caller is. */
  ME("Check who I am", false),
  /** Opening or closing a conversation. */
  SET_STATUS("Set status of", true),
  /** Assigning a conversation. */
  ASSIGN("Assign", true),
  /** Adding a note. */
  ADD_NOTE("Add note to", true),
  /** Replacing the tags. */
  REPLACE_TAGS("Replace tags of", true),
  /** Replying. */
  REPLY("Reply to", true),
  /** Creating or updating a Salesforce case. */
  CREATE_CASE("Create case for", true),
  /** Listing the tags of the account. */
  LIST_TAGS("List tags", false),
  /** Getting one tag of the account. */
  GET_TAG("Get tag", false),
  /** Renaming a tag of the account. */
  RENAME_TAG("Rename tag", true),
  /** Deleting a tag of the account. */
  DELETE_TAG("Delete tag", true),
  /** Listing canned responses. */
  LIST_RESPONSES("List canned responses", false),
  /** Getting one canned response. */
  GET_RESPONSE("Get canned response", false),
  /** Creating a canned response. */
  CREATE_RESPONSE("Create canned response", true),
  /** Listing the users of the account. */
  LIST_USERS("List users", false),
  /** Getting one user of the account. */
  GET_USER("Get user", false),
  /** Listing connected profiles. */
  LIST_CREDENTIALS("List credentials", false),
  /** Getting one connected profile. */
  GET_CREDENTIAL("Get credential", false);

  private static final List<Operation> OF_INBOX = List.copyOf(EnumSet.range(LIST, CREATE_CASE));
  private static final List<Operation> OF_ACCOUNT =
      List.copyOf(EnumSet.range(LIST_TAGS, GET_CREDENTIAL));

  private final String label;
  private final boolean write;

  Operation(String label, boolean write) {
    this.label = label;
    this.write = write;
  }

  /** Returns the calls about conversations, and the start-up check. */
  public static List<Operation> ofInbox() {
    return OF_INBOX;
  }

  /** Returns the calls about what stands beside conversations. */
  public static List<Operation> ofAccount() {
    return OF_ACCOUNT;
  }

  /** The call in words, to be followed by the id of what it is about, if it has one. */
  public String label() {
    return label;
  }

  /**
   * Returns whether the call changes something, and so is sent again only when it certainly did not
   * leave.
   */
  public boolean isWrite() {
    return write;
  }
}
