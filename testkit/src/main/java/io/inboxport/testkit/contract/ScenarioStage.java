package io.inboxport.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.port.InboxGateway;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.timeline.TimelineEntry;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Stage of a scenario: the subject, and the words in which scenarios speak. */
final class ScenarioStage {
  static final UserId ME = UserId.of("00A000000000001");
  static final UserId COLLEAGUE = UserId.of("00A000000000002");
  static final ConversationId NOBODY = ConversationId.of("eit999999999999");
  static final IntegrationId INTEGRATION = IntegrationId.of("sfint00000000001");

  final InboxGateway gateway;
  final Backstage backstage;
  final Inbox inbox;
  private final Set<ConversationId> present = new LinkedHashSet<>();

  ScenarioStage(ContractSubject subject) {
    gateway = subject.gateway();
    backstage = subject.backstage();
    inbox = Inbox.over(gateway);
  }

  /** An open direct message on Facebook, which takes every kind of write. */
  ConversationId received() {
    return received(InboundItem.directMessage().on(Network.FACEBOOK).saying("Hello"));
  }

  ConversationId received(InboundItem item) {
    var id = backstage.receive(item);
    present.add(id);
    return id;
  }

  /** Another hand deletes this conversation. */
  void deletes(ConversationId id) {
    backstage.deleteConversation(id);
    present.remove(id);
  }

  /** The conversations that were received and are still there. */
  Stream<ConversationId> present() {
    return present.stream();
  }

  void passes(Duration time) {
    backstage.advance(time);
  }

  List<ConversationId> listed(ConversationQuery query) {
    return gateway.list(query).items().stream().map(Conversation::id).toList();
  }

  /** The timeline as the gateway tells it, page by page. */
  List<TimelineEntry> timeline(ConversationId id) {
    return inbox.timeline(id).stream().toList();
  }

  /** The texts as the gateway tells them. */
  List<String> contents(ConversationId id) {
    return timeline(id).stream().map(TimelineEntry::content).toList();
  }

  /** The texts as they stand behind the gateway. */
  List<String> shown(ConversationId id) {
    return backstage.timeline(id).stream().map(TimelineEntry::content).toList();
  }

  List<String> noted(ConversationId id) {
    return backstage.notes(id).stream().map(TimelineEntry::content).toList();
  }

  /** The names of the tags as they stand behind the gateway. */
  List<String> tags(ConversationId id) {
    return names(backstage.conversation(id).tags().orElseThrow());
  }

  static List<String> names(List<Tag> tags) {
    return tags.stream().map(Tag::name).toList();
  }

  static List<TagName> tagNames(String... names) {
    return Arrays.stream(names).map(TagName::of).toList();
  }

  /** The call ends as this kind of error, which names the operation and the conversation. */
  <E extends InboxException> E fails(
      Class<E> kind, Operation operation, @Nullable ConversationId about, Runnable call) {
    var what = operation + " should end as " + kind.getSimpleName();
    try {
      call.run();
    } catch (InboxException e) {
      assertThat(e).as(what).isInstanceOf(kind);
      assertThat(e.operation()).as("the operation that the error names").isEqualTo(operation);
      assertThat(e.conversation())
          .as("the conversation that the error names")
          .isEqualTo(Optional.ofNullable(about));
      return kind.cast(e);
    } catch (RuntimeException e) {
      throw new AssertionError(what + ", but a foreign exception came out: " + e, e);
    }
    throw new AssertionError(what + ", but it succeeded");
  }

  /** The same, and nothing in the inbox is different afterwards. */
  <E extends InboxException> E refuses(
      Class<E> kind, Operation operation, @Nullable ConversationId about, Runnable call) {
    var before = InboxSnapshot.of(this);
    // Later, so that a change would also show in the time of the last change.
    passes(Duration.ofMinutes(1));
    E error = fails(kind, operation, about, call);
    assertThat(InboxSnapshot.of(this))
        .as("the inbox after a refused " + operation)
        .isEqualTo(before);
    return error;
  }

  /** There is no such conversation for this call, and nothing changes. */
  void findsNothing(Operation operation, ConversationId id, Runnable call) {
    refuses(InboxException.NotFound.class, operation, id, call);
  }
}
