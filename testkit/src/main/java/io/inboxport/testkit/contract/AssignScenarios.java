package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.COLLEAGUE;
import static io.inboxport.testkit.contract.ScenarioStage.ME;
import static io.inboxport.testkit.contract.ScenarioStage.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import java.util.List;

/** Assigning. */
final class AssignScenarios {
  static final List<Scenario> ALL =
      List.of(
          scenario(
              "assign.sets-the-assignee",
              "An assigned item is the assignee's",
              stage -> {
                var id = stage.received();
                stage.gateway.assign(id, COLLEAGUE, null);
                assertThat(stage.backstage.conversation(id).assignee()).contains(COLLEAGUE);
              }),
          scenario(
              "assign.confirms-what-was-done",
              "The answer names the item and its assignee",
              stage -> {
                var id = stage.received();
                assertThat(stage.gateway.assign(id, COLLEAGUE, "Please look"))
                    .isEqualTo(new Assignment(id, COLLEAGUE));
              }),
          scenario(
              "assign.replaces-the-assignee",
              "An item has one assignee, the last",
              stage -> {
                var id = stage.received(post().assignedTo(ME));
                stage.gateway.assign(id, COLLEAGUE, null);
                assertThat(stage.backstage.conversation(id).assignee()).contains(COLLEAGUE);
              }),
          scenario(
              "assign.takes-a-user-who-just-joined",
              "An item can be assigned to a user who was added later",
              stage -> {
                var newcomer = UserId.of("00A000000000077");
                stage.backstage.addUser(newcomer, "Noor Haddad", "noor@example.org");
                var id = stage.received();
                stage.gateway.assign(id, newcomer, null);
                assertThat(stage.backstage.conversation(id).assignee()).contains(newcomer);
              }),
          scenario(
              "assign.note-joins-the-timeline",
              "The note of an assignment is the newest entry of the timeline, made by the caller",
              stage -> {
                var id = stage.received();
                stage.gateway.assign(id, COLLEAGUE, "VIP, please look");
                var newest = stage.backstage.timeline(id).get(0);
                assertThat(newest.content()).isEqualTo("VIP, please look");
                assertThat(newest.type()).isEqualTo(EntryType.NOTE);
                assertThat(newest.createdBy()).contains(ME);
              }),
          scenario(
              "assign.note-is-added-once",
              "The note of an assignment is there once",
              stage -> {
                var id = stage.received();
                stage.gateway.assign(id, COLLEAGUE, "VIP, please look");
                assertThat(stage.noted(id)).containsExactly("VIP, please look");
              }),
          scenario(
              "assign.without-a-note-adds-none",
              "An assignment without a note leaves the timeline as it was",
              stage -> {
                var id = stage.received();
                var before = stage.backstage.timeline(id);
                stage.gateway.assign(id, COLLEAGUE, null);
                assertThat(stage.backstage.timeline(id)).isEqualTo(before);
              }),
          scenario(
              "assign.does-not-reopen",
              "An assignment leaves a closed item closed",
              stage -> {
                var id = stage.received(post().closed());
                stage.gateway.assign(id, COLLEAGUE, "For the record");
                assertThat(stage.backstage.conversation(id).status()).isEqualTo(Status.CLOSED);
              }),
          scenario(
              "assign.touches-one-item-only",
              "Assigning an item leaves the others as they were",
              stage -> {
                var other = stage.received();
                stage.gateway.assign(stage.received(), COLLEAGUE, "Yours");
                assertThat(stage.backstage.conversation(other).assignee()).isEmpty();
                assertThat(stage.noted(other)).isEmpty();
              }),
          scenario(
              "assign.takes-a-note-of-10000-characters",
              "A note of 10,000 code points goes with an assignment",
              stage -> {
                var id = stage.received();
                var note = "🎉".repeat(10_000);
                stage.gateway.assign(id, COLLEAGUE, note);
                assertThat(stage.noted(id)).containsExactly(note);
              }),
          scenario(
              "assign.refuses-a-note-of-10001-characters",
              "With a note of 10,001 code points neither the note nor the assignee is taken",
              stage -> {
                var id = stage.received(post().assignedTo(ME));
                stage.refuses(
                    Rejected.class,
                    Operation.ASSIGN,
                    id,
                    () -> stage.gateway.assign(id, COLLEAGUE, "n".repeat(10_001)));
              }),
          scenario(
              "assign.refuses-an-unknown-user",
              "With an unknown user neither the assignee nor the note is taken",
              stage -> {
                var id = stage.received(post().assignedTo(ME));
                stage.refuses(
                    Rejected.class,
                    Operation.ASSIGN,
                    id,
                    () -> stage.gateway.assign(id, UserId.of("00A999999999999"), "Yours"));
              }),
          scenario(
              "assign.does-not-find-an-unknown-id",
              "An item that does not exist cannot be assigned",
              stage -> {
                stage.received();
                stage.findsNothing(
                    Operation.ASSIGN, NOBODY, () -> stage.gateway.assign(NOBODY, ME, "Mine"));
              }));

  private AssignScenarios() {}
}
