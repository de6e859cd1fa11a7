package io.inboxport.reply;

import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import java.util.Objects;

/**
 * Capability of replies to one type of item on one network. Without a channel nothing is supported.
 *
 * @param network the network
 * @param itemType the item type
 * @param channel how the reply reaches the customer
 * @param threading whether a reply is known to be threadable under a comment; also false if the
 *     channel is {@link ReplyChannel#UNDETERMINED}
 * @param media whether a reply is known to carry media; also false if the channel is {@link
 *     ReplyChannel#UNDETERMINED}
 * @param source the place at which the vendor's page on Conversations names the channel, in words.
 *     Threading and media are from the rows {@code parent_comment_id} and {@code media} of the same
 *     section
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
   * Returns whether a reply is known to carry this content; also false if the channel is {@link
   * ReplyChannel#UNDETERMINED}.
   */
  public boolean supports(ReplyContent content) {
    return Objects.requireNonNull(content, "content") == ReplyContent.MEDIA ? media : threading;
  }

  /**
   * Returns whether the draft holds this content and the server would ignore it. Without a channel
   * the question does not arise, and on an undetermined one only the server can tell.
   */
  boolean ignores(ReplyContent content, ReplyDraft draft) {
    return draft.has(content)
        && !supports(content)
        && (channel == ReplyChannel.DIRECT_MESSAGE || channel == ReplyChannel.PUBLIC_COMMENT);
  }
}
