package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.ME;
import static io.inboxport.testkit.contract.ScenarioStage.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Status;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Adding notes. */
final class NoteScenarios {
  static final List<Scenario> ALL =
      List.of(
          scenario(
              "note.joins-the-timeline",
              "A note is the newest entry of the timeline",
              stage -> {
                var id = stage.received();
                stage.gateway.addNote(id, "Escalated");
                assertThat(stage.shown(id).get(0)).isEqualTo("Escalated");
              }),
          scenario(
              "note.tells-what-was-added",
              "The answer is the entry itself: a note with its text and time, made by the caller",
              stage -> {
                var entry = stage.gateway.addNote(stage.received(), "Escalated");
                assertThat(entry.type()).isEqualTo(EntryType.NOTE);
                assertThat(entry.content()).isEqualTo("Escalated");
                assertThat(entry.createdBy()).contains(ME);
                assertThat(entry.created())
                    .contains(stage.backstage.now().truncatedTo(ChronoUnit.SECONDS));
              }),
          scenario(
              "note.answer-equals-the-entry",
              "The answer and the entry in the timeline are equal, id included",
              stage -> {
                var id = stage.received();
                var added = stage.gateway.addNote(id, "Escalated");
                assertThat(stage.backstage.timeline(id).get(0)).isEqualTo(added);
              }),
          scenario(
              "note.is-added-once",
              "One call adds one note",
              stage -> {
                var id = stage.received();
                stage.gateway.addNote(id, "Once");
                assertThat(stage.noted(id)).containsExactly("Once");
              }),
          scenario(
              "note.equal-texts-are-two-notes",
              "The same text again is a second note with an id of its own",
              stage -> {
                var id = stage.received();
                var first = stage.gateway.addNote(id, "Called, no answer");
                var second = stage.gateway.addNote(id, "Called, no answer");
                assertThat(second.id()).isNotEqualTo(first.id());
                assertThat(stage.noted(id)).hasSize(2);
              }),
          scenario(
              "note.never-reaches-the-customer",
              "A note is not a reply",
              stage -> {
                var id = stage.received();
                stage.gateway.addNote(id, "Difficult customer");
                assertThat(stage.backstage.replies(id)).isEmpty();
              }),
          scenario(
              "note.goes-on-a-closed-item",
              "A closed item takes notes",
              stage -> {
                var id = stage.received(post().closed());
                stage.gateway.addNote(id, "Refunded on Monday");
                assertThat(stage.noted(id)).containsExactly("Refunded on Monday");
              }),
          scenario(
              "note.does-not-reopen",
              "A note leaves a closed item closed",
              stage -> {
                var id = stage.received(post().closed());
                stage.gateway.addNote(id, "Done last week");
                assertThat(stage.backstage.conversation(id).status()).isEqualTo(Status.CLOSED);
              }),
          scenario(
              "note.touches-one-item-only",
              "A note on an item is on no other",
              stage -> {
                var other = stage.received();
                stage.gateway.addNote(stage.received(), "Escalated");
                assertThat(stage.noted(other)).isEmpty();
              }),
          scenario(
              "note.takes-10000-characters",
              "A note may have 10,000 characters",
              stage -> {
                var id = stage.received();
                stage.gateway.addNote(id, "n".repeat(10_000));
                assertThat(stage.noted(id)).containsExactly("n".repeat(10_000));
              }),
          scenario(
              "note.counts-an-emoji-once",
              "A note may have 10,000 emoji: limits count code points, not UTF-16 units or bytes",
              stage -> {
                var id = stage.received();
                stage.gateway.addNote(id, "🎉".repeat(10_000));
                assertThat(stage.noted(id)).containsExactly("🎉".repeat(10_000));
              }),
          scenario(
              "note.refuses-10001-characters",
              "A note of 10,001 characters is rejected",
              stage -> refuses(stage, "n".repeat(10_001))),
          scenario(
              "note.refuses-10001-emoji",
              "A note of 10,001 emoji is rejected",
              stage -> refuses(stage, "🎉".repeat(10_001))),
          scenario(
              "note.refuses-an-empty-text",
              "A note without any text is rejected",
              stage -> refuses(stage, "")),
          scenario(
              "note.does-not-find-an-unknown-id",
              "An item that does not exist takes no note",
              stage -> {
                stage.received();
                stage.findsNothing(
                    Operation.ADD_NOTE, NOBODY, () -> stage.gateway.addNote(NOBODY, "Hello?"));
              }));

  private NoteScenarios() {}

  private static void refuses(ScenarioStage stage, String note) {
    var id = stage.received();
    stage.refuses(Rejected.class, Operation.ADD_NOTE, id, () -> stage.gateway.addNote(id, note));
  }
}
