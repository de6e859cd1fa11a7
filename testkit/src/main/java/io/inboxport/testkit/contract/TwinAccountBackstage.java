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

/** Backstage of a twin. It looks at a copy of the twin, which has no faults. */
record TwinAccountBackstage(InMemoryInboxGateway twin, SettableClock clock, DirectoryQuery all)
    implements AccountBackstage {
  @Override
  public Tag addTag(TagName name) {
    return twin.addTag(name);
  }

  @Override
  public void addUser(AccountUser user) {
    twin.addUser(user);
  }

  @Override
  public void addProfile(ConnectedProfile profile) {
    twin.addProfile(profile);
  }

  @Override
  public void addResponse(CannedResponse response) {
    twin.addResponse(response);
  }

  @Override
  public ConversationId receive(InboundItem item) {
    return twin.receive(item);
  }

  @Override
  public Conversation conversation(ConversationId id) {
    return twin.conversation(id);
  }

  @Override
  public List<Tag> tags() {
    return copy().account().listTags(all).items();
  }

  @Override
  public List<CannedResponse> responses() {
    return copy().account().listResponses(all).items();
  }

  private InMemoryInboxGateway copy() {
    var copy = InMemoryInboxGateway.builder().clock(clock).build();
    copy.restore(twin.snapshot());
    return copy;
  }

  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public void advance(Duration duration) {
    clock.advance(duration);
  }

  @Override
  public void inject(Operation operation, Fault fault) {
    twin.faults().inject(operation, fault);
  }
}
