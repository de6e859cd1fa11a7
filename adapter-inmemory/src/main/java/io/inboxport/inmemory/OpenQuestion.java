package io.inboxport.inmemory;

/**
 * Question that the vendor's pages leave open: does the server accept this? Each names the answer
 * of {@link ServerBehavior#documented()}. A call that is not accepted is {@code Rejected} with
 * status 400, a reply to a closed item with {@link ServerBehavior#closedStatus()}.
 */
public enum OpenQuestion {
  /** Assigning to a user the account does not have. No: no user would ever see it. */
  UNKNOWN_USER(false),
  /** Replying from a credential the account does not have. No. */
  UNKNOWN_CREDENTIAL(false),
  /** Replying from a credential of another network than the item's. No. */
  CREDENTIAL_OF_ANOTHER_NETWORK(false),
  /** Replying from a credential that the network no longer accepts. No. */
  INVALID_CREDENTIAL(false),
  /**
   * Threading a reply under a comment that the twin never saw. Yes: comments live on the network,
   * and only some of them come into the inbox.
   */
  UNKNOWN_PARENT_COMMENT(true),
  /** Replying to an item on a network, or of a type, that is in no row of the reply table. No. */
  UNDETERMINED_CHANNEL(false),
  /** Replying to an item that is not open. No: the vendor says that it must be open. */
  REPLY_TO_CLOSED(false),
  /**
   * Tagging with a name the account has no tag of. Yes, and the tag is created: no other call
   * creates one.
   */
  UNKNOWN_TAG(true),
  /** Filtering by a status, network or item type of no known name. Yes; such items are found. */
  UNKNOWN_FILTER_VALUE(true),
  /** Adding a note that is empty or white space only. No: the parameter is required. */
  BLANK_NOTE(false),
  /**
   * Asking for more items than the largest page has. No: the server has been seen to call a page
   * size not valid. If it is accepted, the largest page comes.
   */
  COUNT_OVER_MAXIMUM(false),
  /** Ordering tags or canned responses by a field that the vendor does not name. No. */
  UNKNOWN_ORDER(false);

  private final boolean documentedAnswer;

  OpenQuestion(boolean documentedAnswer) {
    this.documentedAnswer = documentedAnswer;
  }

  boolean documentedAnswer() {
    return documentedAnswer;
  }
}
