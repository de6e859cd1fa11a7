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
 * Something that comes in from a social network, to be {@linkplain InMemoryInboxGateway#receive
 * received}. Where nothing else is said it is open, on Facebook, without a text, a profile name,
 * tags or an assignee, and gets the next free id and the time of the gateway's clock.
 *
 * <p>Immutable and thread-safe: every method returns a new item.
 */
public final class InboundItem {
  private final Fields fields;

  private InboundItem(Fields fields) {
    this.fields = fields;
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

  /** An item of this type, also of one that nobody knows yet. */
  public static InboundItem of(ItemType type) {
    return new InboundItem(new Fields(Objects.requireNonNull(type, "type")));
  }

  /** The same item, with this id instead of the next free one. */
  public InboundItem withId(ConversationId id) {
    var next = new Fields(fields);
    next.id = Objects.requireNonNull(id, "id");
    return new InboundItem(next);
  }

  /** The same item, on this network. */
  public InboundItem on(Network network) {
    var next = new Fields(fields);
    next.network = Objects.requireNonNull(network, "network");
    return new InboundItem(next);
  }

  /**
   * The same item with this text, which is the first entry of its timeline. Without a text the
   * timeline starts empty.
   */
  public InboundItem saying(String text) {
    var next = new Fields(fields);
    next.text = Objects.requireNonNull(text, "text");
    return new InboundItem(next);
  }

  /** The same item, received by the connected profile of this name. */
  public InboundItem receivedBy(String profileName) {
    var next = new Fields(fields);
    next.profileName = Objects.requireNonNull(profileName, "profileName");
    return new InboundItem(next);
  }

  /** The same item with these tags and no other; those that do not exist are added. */
  public InboundItem tagged(TagName... tags) {
    var next = new Fields(fields);
    next.tags = List.of(tags);
    return new InboundItem(next);
  }

  /** The same item, assigned to this user, who need not exist. */
  public InboundItem assignedTo(UserId assignee) {
    var next = new Fields(fields);
    next.assignee = Objects.requireNonNull(assignee, "assignee");
    return new InboundItem(next);
  }

  /** The same item, closed. */
  public InboundItem closed() {
    return withStatus(Status.CLOSED);
  }

  /** The same item, received at this time instead of now. */
  public InboundItem at(Instant received) {
    var next = new Fields(fields);
    next.received = Objects.requireNonNull(received, "received");
    return new InboundItem(next);
  }

  /** The same item in this status, also in one that nobody knows yet. */
  public InboundItem withStatus(Status status) {
    var next = new Fields(fields);
    next.status = Objects.requireNonNull(status, "status");
    return new InboundItem(next);
  }

  ItemType type() {
    return fields.type;
  }

  @Nullable ConversationId id() {
    return fields.id;
  }

  Network network() {
    return fields.network;
  }

  @Nullable String text() {
    return fields.text;
  }

  String profileName() {
    return fields.profileName;
  }

  List<TagName> tags() {
    return fields.tags;
  }

  @Nullable UserId assignee() {
    return fields.assignee;
  }

  @Nullable Instant received() {
    return fields.received;
  }

  Status status() {
    return fields.status;
  }

  /** Names the type and the network; no customer text. */
  @Override
  public String toString() {
    return "InboundItem[" + fields.network + " " + fields.type + "]";
  }

  /** Written once, while an item is being made; read-only from then on. */
  private static final class Fields {
    private final ItemType type;
    private @Nullable ConversationId id;
    private Network network = Network.FACEBOOK;
    private @Nullable String text;
    private String profileName = "";
    private List<TagName> tags = List.of();
    private @Nullable UserId assignee;
    private @Nullable Instant received;
    private Status status = Status.OPEN;

    private Fields(ItemType type) {
      this.type = type;
    }

    private Fields(Fields other) {
      type = other.type;
      id = other.id;
      network = other.network;
      text = other.text;
      profileName = other.profileName;
      tags = other.tags;
      assignee = other.assignee;
      received = other.received;
      status = other.status;
    }
  }
}
