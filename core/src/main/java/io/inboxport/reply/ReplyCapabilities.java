package io.inboxport.reply;

import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Table of replies: which items can be replied to, how, and with what. Pure and thread-safe.
 *
 * <p>Source: the vendor's page on Conversations, section Reply. The page does not say that X
 * ignores a parent comment; this library decided so.
 */
public final class ReplyCapabilities {
  private static final String REPLIES_AND_COMMENTS =
      "Conversations, Reply: among the networks of direct message replies and of public comments";
  private static final String COMMENTS_ONLY =
      "Conversations, Reply: among the networks of public comments, not of direct message replies";

  // The table. Threading is for public items only: "parent_comment_id" is ignored elsewhere.
  private static final List<Row> ROWS =
      List.of(
          //      network            message comment thread media  source
          new Row(Network.FACEBOOK, true, true, true, true, REPLIES_AND_COMMENTS),
          new Row(Network.TWITTER, true, true, false, true, REPLIES_AND_COMMENTS),
          new Row(Network.LINKEDIN, true, true, true, true, REPLIES_AND_COMMENTS),
          new Row(Network.INSTAGRAM, false, true, true, false, COMMENTS_ONLY),
          new Row(Network.YOUTUBE, false, true, true, false, COMMENTS_ONLY),
          new Row(Network.TIKTOK, false, true, true, true, COMMENTS_ONLY));

  private static final Map<Network.Known, Map<ItemType.Known, ReplyCapability>> CELLS = cells();

  private ReplyCapabilities() {}

  /**
   * Returns what a reply to such an item on such a network can be. If either is unknown, the
   * channel is {@link ReplyChannel#UNDETERMINED}; {@code threading()} and {@code media()} are then
   * false but mean nothing.
   */
  public static ReplyCapability of(Network network, ItemType itemType) {
    var knownNetwork = network.known();
    var knownType = itemType.known();
    if (knownNetwork.isEmpty() || knownType.isEmpty()) {
      return new ReplyCapability(
          network, itemType, ReplyChannel.UNDETERMINED, false, false, "not documented");
    }
    return cell(knownNetwork.get(), knownType.get());
  }

  /** Returns the whole table: a cell for each known network and item type, in the order of both. */
  public static List<ReplyCapability> all() {
    return ROWS.stream().flatMap(Row::cells).toList();
  }

  private static ReplyCapability cell(Network.Known network, ItemType.Known itemType) {
    var row = Objects.requireNonNull(CELLS.get(network));
    return Objects.requireNonNull(row.get(itemType));
  }

  private static Map<Network.Known, Map<ItemType.Known, ReplyCapability>> cells() {
    var cells =
        new EnumMap<Network.Known, Map<ItemType.Known, ReplyCapability>>(Network.Known.class);
    for (var cell : all()) {
      var network = cell.network().known().orElseThrow();
      cells
          .computeIfAbsent(network, row -> new EnumMap<>(ItemType.Known.class))
          .put(cell.itemType().known().orElseThrow(), cell);
    }
    return cells;
  }

  private record Row(
      Network network,
      boolean directMessage,
      boolean publicComment,
      boolean threading,
      boolean media,
      String source) {
    private Stream<ReplyCapability> cells() {
      return ItemType.values().stream().map(this::cell);
    }

    private ReplyCapability cell(ItemType type) {
      boolean direct = type.equals(ItemType.CONVERSATION);
      var channel = direct ? ReplyChannel.DIRECT_MESSAGE : ReplyChannel.PUBLIC_COMMENT;
      boolean replies = direct ? directMessage : publicComment;
      return new ReplyCapability(
          network,
          type,
          replies ? channel : ReplyChannel.NONE,
          replies && threading && !direct,
          replies && media,
          source);
    }
  }
}
