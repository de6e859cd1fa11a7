package io.inboxport.testkit.contract;

import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The world behind an account gateway: what administrators do, and what stands there.
 * Implementations are thread-safe.
 */
public interface AccountBackstage {
  /** The account gets a tag that no conversation has yet, or the one of this name. */
  Tag addTag(TagName name);

  /** The account gets a user, or another one with the id of one that it has. */
  void addUser(AccountUser user);

  /** The account gets a connected profile, or another one with the id of one that it has. */
  void addProfile(ConnectedProfile profile);

  /** The account gets a canned response, or another one with the id of one that it has. */
  void addResponse(CannedResponse response);

  /** An item comes in; returns its id. */
  ConversationId receive(InboundItem item);

  /** The conversation as it stands there, with its tags, without a call of the gateway. */
  Conversation conversation(ConversationId id);

  /** At most 20 tags as they stand there, in the order they came, without meeting a fault. */
  List<Tag> tags();

  /** At most 20 canned responses that the caller can see, without meeting a fault. */
  List<CannedResponse> responses();

  /** The time there, by which new things are dated. */
  Instant now();

  /** Lets time pass there. */
  void advance(Duration duration);

  /** The next call of this operation meets this fault. */
  void inject(Operation operation, Fault fault);

  /** Backstage of this twin, which runs on this clock. */
  static AccountBackstage of(InMemoryInboxGateway twin, SettableClock clock) {
    return new TwinAccountBackstage(twin, clock, DirectoryQuery.all());
  }
}
