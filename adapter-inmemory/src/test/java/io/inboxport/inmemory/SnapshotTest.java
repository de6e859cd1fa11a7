package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.CredentialId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.util.List;
import org.junit.jupiter.api.Test;

class SnapshotTest extends Twin {
  private static final IntegrationId SALESFORCE = IntegrationId.of("sfint00000000001");

  @Test
  void restoring_brings_back_everything_and_the_ids_are_counted_anew() {
    var id = twin.receive(directMessage().saying("Hello"));
    var before = twin.get(id);
    var snapshot = twin.snapshot();
    changeEverything();
    var counted = twin.receive(directMessage());

    twin.restore(snapshot);

    assertThat(twin.get(id)).isEqualTo(before);
    assertThat(inbox.timeline(id)).hasSize(1);
    assertThat(twin.notes(id)).isEmpty();
    assertThat(twin.replies(id)).isEmpty();
    assertThat(twin.list(ConversationQuery.all()).total()).hasValue(1);
    assertThat(twin.list(ConversationQuery.all().tagged(TagName.of("VIP"))).total()).hasValue(0);
    assertRejected(
        "Salesforce integration is not active.",
        () -> twin.createCase(id, SalesforceCase.through(SALESFORCE)));
    assertRejected(
        "Assignee is not valid.", () -> twin.assign(id, UserId.of("00A000000000003"), null));
    assertThat(twin.receive(directMessage())).isEqualTo(counted);
    assertThat(twin.addTag(TagName.of("Other")).id()).hasToString("etg000000000001");
  }

  @Test
  void a_snapshot_can_be_restored_again_and_elsewhere() {
    twin.receive(directMessage().saying("Hello"));
    var snapshot = twin.snapshot();
    var other = InMemoryInboxGateway.create();

    for (int i = 0; i < 3; i++) {
      other.restore(snapshot);
      assertThat(other.list(ConversationQuery.all()).total()).hasValue(1);
      other.receive(directMessage());
    }

    assertThat(twin.list(ConversationQuery.all()).total()).hasValue(1);
  }

  @Test
  void faults_and_behavior_are_no_part_of_a_snapshot() {
    var snapshot = twin.snapshot();
    twin.faults().inject(Operation.GET, Fault.lost());
    accept(OpenQuestion.UNKNOWN_USER);

    twin.restore(snapshot);

    assertThat(twin.faults().pending()).isOne();
    assertThat(twin.behavior().accepts(OpenQuestion.UNKNOWN_USER)).isTrue();
  }

  private void changeEverything() {
    var id = ConversationId.of("eit000000000001");
    twin.addUser(UserId.of("00A000000000003"), "New Comer", "new@example.com");
    twin.addCredential(CredentialId.of("003"), Network.FACEBOOK);
    twin.addIntegration(SALESFORCE);
    twin.assign(id, UserId.of("00A000000000003"), "Please look");
    twin.reply(id, ReplyDraft.of("On it!").from(CredentialId.of("003")));
    twin.replaceTags(id, List.of(TagName.of("VIP")));
    twin.createCase(id, SalesforceCase.through(SALESFORCE));
    twin.customerSays(id, "Thanks");
  }
}
