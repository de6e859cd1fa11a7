package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.TagName;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Item that comes in from a social network, to be {@linkplain InMemoryInboxGateway#receive
 * received}. By default it is open, on Facebook, without a text, a profile name, tags or an
 * assignee. It gets the next free id and the time of the gateway's clock.
 *
 * <p>Immutable and thread-safe: every method returns a new item.
 */
public final class InboundItem {
  private final ItemType type;
  private final @Nullable ConversationId id;
  private final Network network;
  private final @Nullable String text;
  private final String profileName;
  private final List<TagName> tags;
  private final @Nullable UserId assignee;
  private final @Nullable Instant received;
  private final Status status;

  private InboundItem(
      ItemType type,
      @Nullable ConversationId id,
      Network network,
      @Nullable String text,
      String profileName,
      List<TagName> tags,
      @Nullable UserId assignee,
      @Nullable Instant received,
      Status status) {
    this.type = type;
    this.id = id;
    this.network = network;
    this.text = text;
    this.profileName = profileName;
    this.tags = tags;
    this.assignee = assignee;
    this.received = received;
    this.status = status;
  }

  /** A direct message. */
  public static InboundItem directMessage() {
    return of(ItemType.CONVERSATION);
  }

  /** A public post. */
  public static InboundItem post() {
    return of(ItemType.POST);
  }

  /** A public mention of the profile. */
  public static InboundItem mention() {
    return of(ItemType.MENTION);
  }

  /** A public reply to something the profile published. */
  public static InboundItem reply() {
    return of(ItemType.REPLY);
  }

  /** An item of this type, also of a type that is not known yet. */
  public static InboundItem of(ItemType type) {
    Objects.requireNonNull(type, "type");
    return new InboundItem(
        type, null, Network.FACEBOOK, null, "", List.of(), null, null, Status.OPEN);
  }

  /** The same item, with this id instead of the next free one. */
  public InboundItem withId(ConversationId id) {
    Objects.requireNonNull(id, "id");
    return new InboundItem(type, id, network, text, profileName, tags, assignee, received, status);
  }

  /** The same item, on this network. */
  public InboundItem on(Network network) {
    Objects.requireNonNull(network, "network");
    return new InboundItem(type, id, network, text, profileName, tags, assignee, received, status);
  }

  /**
   * The same item with this text, which is the first entry of its timeline. Without a text the
   * timeline starts empty.
   */
  public InboundItem saying(String text) {
    Objects.requireNonNull(text, "text");
    return new InboundItem(type, id, network, text, profileName, tags, assignee, received, status);
  }

  /** The same item, received by the connected profile of this name. */
  public InboundItem receivedBy(String profileName) {
    Objects.requireNonNull(profileName, "profileName");
    return new InboundItem(type, id, network, text, profileName, tags, assignee, received, status);
  }

  /** The same item with these tags and no other; those that do not exist are added. */
  public InboundItem tagged(TagName... tags) {
    return new InboundItem(
        type, id, network, text, profileName, List.of(tags), assignee, received, status);
  }

  /** The same item, assigned to this user, who need not exist. */
  public InboundItem assignedTo(UserId assignee) {
    Objects.requireNonNull(assignee, "assignee");
    return new InboundItem(type, id, network, text, profileName, tags, assignee, received, status);
  }

  /** The same item, closed. */
  public InboundItem closed() {
    return withStatus(Status.CLOSED);
  }

  /** The same item, received at this time instead of now. */
  public InboundItem at(Instant received) {
    Objects.requireNonNull(received, "received");
    return new InboundItem(type, id, network, text, profileName, tags, assignee, received, status);
  }

  /** The same item in this status, also in one that is not known yet. */
  public InboundItem withStatus(Status status) {
    Objects.requireNonNull(status, "status");
    return new InboundItem(type, id, network, text, profileName, tags, assignee, received, status);
  }

  ItemType type() {
    return type;
  }

  @Nullable ConversationId id() {
    return id;
  }

  Network network() {
    return network;
  }

  @Nullable String text() {
    return text;
  }

  String profileName() {
    return profileName;
  }

  List<TagName> tags() {
    return tags;
  }

  @Nullable UserId assignee() {
    return assignee;
  }

  @Nullable Instant received() {
    return received;
  }

  Status status() {
    return status;
  }

  /** Names the type and the network; no customer text. */
  @Override
  public String toString() {
    return "InboundItem[" + network + " " + type + "]";
  }
}
