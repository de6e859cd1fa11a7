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
 * @param threading whether the reply can be threaded under a comment
 * @param media whether the reply can carry media
 * @param source where the vendor's pages say so, in words
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

  /** Whether a reply can carry this content. */
  public boolean supports(ReplyContent content) {
    return content == ReplyContent.MEDIA ? media : threading;
  }
}
