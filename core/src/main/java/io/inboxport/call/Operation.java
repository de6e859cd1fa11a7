package io.inboxport.call;

/** Calls of the port, one for each endpoint. */
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
  CREATE_CASE("Create case for", true);

  private final String label;
  private final boolean write;

  Operation(String label, boolean write) {
    this.label = label;
    this.write = write;
  }

  /** The call in words, to be followed by the conversation's id if it has one. */
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
