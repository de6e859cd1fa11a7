package io.inboxport.reply;

import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.text.TextLimit;
import java.util.Objects;

/**
 * Reason that speaks against a reply, or that leaves the decision to the server.
 *
 * <p>Source: the vendor's page on Conversations, section Reply. Two rules are decided here, since
 * the page does not state them: X ignores a parent comment, and a blank message is refused.
 */
public sealed interface ReplyReason {
  /** Returns the reason in a sentence that a stranger understands; holds no customer text. */
  String describe();

  /**
   * Returns whether this reason only names something unknown, and so does not refuse the reply. It
   * has nothing to do with {@link Status#OPEN}.
   */
  default boolean leavesOpen() {
    return false;
  }

  /**
   * The item is not open.
   *
   * @param status its status
   */
  record ItemNotOpen(Status status) implements ReplyReason {
    /** Creates the reason. */
    public ItemNotOpen {
      Objects.requireNonNull(status, "status");
    }

    @Override
    public String describe() {
      return "The item is " + status + ": open it before you reply.";
    }
  }

  /**
   * The API sends no replies to such items on this network.
   *
   * @param network the network
   * @param itemType the item type
   */
  record NoReplyChannel(Network network, ItemType itemType) implements ReplyReason {
    /** Creates the reason. */
    public NoReplyChannel {
      Objects.requireNonNull(network, "network");
      Objects.requireNonNull(itemType, "itemType");
    }

    @Override
    public String describe() {
      return "The API sends no replies to items of type "
          + itemType
          + " on "
          + network
          + ": answer on the network itself.";
    }
  }

  /** The message is empty or white space. */
  record MessageBlank() implements ReplyReason {
    @Override
    public String describe() {
      return "The reply message is blank: give 1 to "
          + TextLimit.REPLY_MESSAGE.maximum()
          + " characters.";
    }
  }

  /**
   * The message has more than 10,000 code points.
   *
   * @param length its length in code points
   */
  record MessageTooLong(int length) implements ReplyReason {
    /**
     * Creates the reason.
     *
     * @throws IllegalArgumentException when a message of this length is not too long
     */
    public MessageTooLong {
      if (length <= TextLimit.REPLY_MESSAGE.maximum()) {
        throw new IllegalArgumentException(
            "A reply message of " + length + " characters is not too long.");
      }
    }

    @Override
    public String describe() {
      return TextLimit.REPLY_MESSAGE.tooLong(length);
    }
  }

  /**
   * The reply cannot carry something that the draft holds, and the server would ignore it.
   *
   * @param content what it is
   * @param network the network
   * @param itemType the item type
   */
  record ContentUnsupported(ReplyContent content, Network network, ItemType itemType)
      implements ReplyReason {
    /** Creates the reason. */
    public ContentUnsupported {
      Objects.requireNonNull(content, "content");
      Objects.requireNonNull(network, "network");
      Objects.requireNonNull(itemType, "itemType");
    }

    @Override
    public String describe() {
      var what = content == ReplyContent.MEDIA ? "media" : "a parent comment";
      return "The API ignores "
          + what
          + " in replies to items of type "
          + itemType
          + " on "
          + network
          + ": leave it out, or call droppingUnsupported() on the draft.";
    }
  }

  /**
   * It is not known what this network supports, or the server does not say the network.
   *
   * @param network the network
   */
  record UnknownNetwork(Network network) implements ReplyReason {
    /** Creates the reason. */
    public UnknownNetwork {
      Objects.requireNonNull(network, "network");
    }

    @Override
    public String describe() {
      return network.text().isBlank()
          ? "The server does not say the item's network."
          : "It is not known what the network \"" + network.text() + "\" supports.";
    }

    @Override
    public boolean leavesOpen() {
      return true;
    }
  }

  /**
   * It is not known how to reply to this type of item, or the server does not say the type.
   *
   * @param itemType the item type
   */
  record UnknownItemType(ItemType itemType) implements ReplyReason {
    /** Creates the reason. */
    public UnknownItemType {
      Objects.requireNonNull(itemType, "itemType");
    }

    @Override
    public String describe() {
      return itemType.text().isBlank()
          ? "The server does not say the item's type."
          : "It is not known how to reply to items of type \"" + itemType.text() + "\".";
    }

    @Override
    public boolean leavesOpen() {
      return true;
    }
  }

  /**
   * It is not known whether an item in this status may be replied to, or the server does not say
   * the status.
   *
   * @param status the status
   */
  record UnknownStatus(Status status) implements ReplyReason {
    /** Creates the reason. */
    public UnknownStatus {
      Objects.requireNonNull(status, "status");
    }

    @Override
    public String describe() {
      return status.text().isBlank()
          ? "The server does not say the item's status."
          : "It is not known whether an item that is \"" + status.text() + "\" may be replied to.";
    }

    @Override
    public boolean leavesOpen() {
      return true;
    }
  }

  /**
   * The profile that the draft is sent from is on another network than the item.
   *
   * @param sender the network of the profile
   * @param item the network of the item
   */
  record SenderOfAnotherNetwork(Network sender, Network item) implements ReplyReason {
    /** Creates the reason. */
    public SenderOfAnotherNetwork {
      Objects.requireNonNull(sender, "sender");
      Objects.requireNonNull(item, "item");
    }

    @Override
    public String describe() {
      return "The credential is a profile on "
          + sender
          + ", and the item is on "
          + item
          + ": name a credential of that network, or none.";
    }
  }

  /** The network no longer accepts the profile that the draft is sent from. */
  record SenderInvalid() implements ReplyReason {
    @Override
    public String describe() {
      return "The credential is invalid: connect the profile again in Oktopost, or name another.";
    }
  }
}
