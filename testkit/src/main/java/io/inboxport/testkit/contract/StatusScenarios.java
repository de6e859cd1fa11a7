package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import java.time.Duration;
import java.util.List;

/** Opening and closing. */
final class StatusScenarios {
  static final List<Scenario> ALL =
      List.of(
          scenario(
              "status.closes-an-open-item",
              "Closing an open item makes it closed",
              stage -> {
                var id = stage.received(post());
                stage.gateway.setStatus(id, Status.CLOSED);
                assertThat(statusOf(stage, id)).isEqualTo(Status.CLOSED);
              }),
          scenario(
              "status.opens-a-closed-item",
              "Opening a closed item makes it open",
              stage -> {
                var id = stage.received(post().closed());
                stage.gateway.setStatus(id, Status.OPEN);
                assertThat(statusOf(stage, id)).isEqualTo(Status.OPEN);
              }),
          scenario(
              "status.closing-a-closed-item-changes-nothing",
              "Closing a closed item succeeds and changes nothing",
              stage -> {
                var id = stage.received(post().closed());
                changesNothing(stage, () -> stage.gateway.setStatus(id, Status.CLOSED));
              }),
          scenario(
              "status.opening-an-open-item-changes-nothing",
              "Opening an open item succeeds and changes nothing",
              stage -> {
                var id = stage.received(post());
                changesNothing(stage, () -> stage.gateway.setStatus(id, Status.OPEN));
              }),
          scenario(
              "status.touches-one-item-only",
              "Closing an item leaves the others open",
              stage -> {
                var other = stage.received(post());
                stage.gateway.setStatus(stage.received(post()), Status.CLOSED);
                assertThat(statusOf(stage, other)).isEqualTo(Status.OPEN);
              }),
          scenario(
              Operation.GET,
              "status.a-customer-message-reopens",
              "A message of the customer opens a closed item again",
              stage -> {
                var id = stage.received(directMessage().closed());
                stage.backstage.customerSays(id, "One more thing");
                assertThat(stage.gateway.get(id).status()).isEqualTo(Status.OPEN);
              }),
          scenario(
              Operation.GET,
              "status.other-inbound-activity-reopens",
              "A like or a share opens a closed item again",
              stage -> {
                for (var type : List.of(EntryType.LIKE, EntryType.SHARE)) {
                  var id = stage.received(post().closed());
                  stage.backstage.happens(id, type, "");
                  assertThat(stage.gateway.get(id).status())
                      .as("after a " + type)
                      .isEqualTo(Status.OPEN);
                }
              }),
          scenario(
              "status.a-reopened-item-can-be-closed-again",
              "An item that came back can be closed again",
              stage -> {
                var id = stage.received(post().closed());
                stage.backstage.customerSays(id, "Hello again");
                stage.gateway.setStatus(id, Status.CLOSED);
                assertThat(statusOf(stage, id)).isEqualTo(Status.CLOSED);
              }),
          scenario(
              "status.refuses-an-unknown-status",
              "A status that the server does not know is rejected",
              stage -> {
                var id = stage.received(post());
                stage.refuses(
                    Rejected.class,
                    Operation.SET_STATUS,
                    id,
                    () -> stage.gateway.setStatus(id, Status.of("pending")));
              }),
          scenario(
              "status.does-not-find-an-unknown-id",
              "The status of an item that does not exist cannot be set",
              stage -> {
                stage.received(post());
                stage.findsNothing(
                    Operation.SET_STATUS,
                    NOBODY,
                    () -> stage.gateway.setStatus(NOBODY, Status.CLOSED));
              }));

  private StatusScenarios() {}

  private static Status statusOf(ScenarioStage stage, ConversationId id) {
    return stage.backstage.conversation(id).status();
  }

  private static void changesNothing(ScenarioStage stage, Runnable write) {
    var before = InboxSnapshot.of(stage);
    stage.passes(Duration.ofMinutes(5));
    write.run();
    assertThat(InboxSnapshot.of(stage)).isEqualTo(before);
  }
}
