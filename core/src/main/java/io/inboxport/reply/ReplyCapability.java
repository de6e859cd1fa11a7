package io.inboxport.reply;

import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import java.util.Objects;

/**
 * What a reply to one type of item on one network can be. Without a channel nothing is supported.
 *
 * @param network the network
 * @param itemType the item type
 * @param channel how the reply reaches the customer
 * @param threading whether a reply is known to be threadable under a comment; also false where the
 *     channel is {@link ReplyChannel#UNDETERMINED} and nobody knows
 * @param media whether a reply is known to carry media; also false where the channel is {@link
 *     ReplyChannel#UNDETERMINED} and nobody knows
 * @param source where the vendor's page on Conversations names the channel, in words; threading and
 *     media are from the rows {@code parent_comment_id} and {@code media} of the same section
 */
public record ReplyCapability(
    Network network,
    ItemType itemType,
    ReplyChannel channel,
    boolean threading,
    boolean media,
    String source) {
  /** Creates a cell of the table. */
  public ReplyCapability {
    Objects.requireNonNull(network, "network");
    Objects.requireNonNull(itemType, "itemType");
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(source, "source");
  }

  /**
   * Whether a reply is known to carry this content; also false where the channel is {@link
   * ReplyChannel#UNDETERMINED} and nobody knows.
   */
  public boolean supports(ReplyContent content) {
    return content == ReplyContent.MEDIA ? media : threading;
  }
}
