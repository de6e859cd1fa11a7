package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** A twin that each of its operations can be called on, to meet a fault. */
abstract class FaultyTwin extends Twin {
  static final IntegrationId SALESFORCE = IntegrationId.of("sfint00000000001");

  final ConversationId id = twin.receive(directMessage().saying("Hello"));
  final Map<Operation, Runnable> calls = new EnumMap<>(Operation.class);

  FaultyTwin() {
    twin.addIntegration(SALESFORCE);
    clock.advance(Duration.ofMinutes(30));
    calls.put(Operation.LIST, () -> twin.list(ConversationQuery.all()));
    calls.put(Operation.GET, () -> twin.get(id));
    calls.put(Operation.TIMELINE, () -> twin.timeline(id, null));
    calls.put(Operation.ME, twin::me);
    calls.put(Operation.SET_STATUS, () -> twin.setStatus(id, Status.CLOSED));
    calls.put(Operation.ASSIGN, () -> twin.assign(id, COLLEAGUE, "Please look"));
    calls.put(Operation.ADD_NOTE, () -> twin.addNote(id, "A note"));
    calls.put(Operation.REPLACE_TAGS, () -> twin.replaceTags(id, List.of(TagName.of("VIP"))));
    calls.put(Operation.REPLY, () -> twin.reply(id, ReplyDraft.of("On it!")));
    calls.put(Operation.CREATE_CASE, () -> twin.createCase(id, SalesforceCase.through(SALESFORCE)));
  }

  InboxException.OutcomeUnknown meetUnknown(Operation write, Fault fault) {
    return (InboxException.OutcomeUnknown) meet(write, fault);
  }

  InboxException meet(Operation operation, Fault fault) {
    twin.faults().inject(operation, fault);
    return meet(operation);
  }

  InboxException meet(Operation operation) {
    var met = catchThrowableOfType(InboxException.class, () -> run(operation));
    assertThat(met.operation()).isEqualTo(operation);
    return met;
  }

  void run(Operation operation) {
    Objects.requireNonNull(calls.get(operation)).run();
  }

  List<?> state() {
    return Stream.of(
            twin.get(id), inbox.timeline(id).stream().toList(), twin.replies(id), twin.cases(id))
        .toList();
  }
}
