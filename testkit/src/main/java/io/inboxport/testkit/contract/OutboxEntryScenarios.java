package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.OutboxScenarioStage.LATER;
import static io.inboxport.testkit.contract.OutboxScenarioStage.PARCEL;
import static io.inboxport.testkit.contract.OutboxScenarioStage.REFUND;
import static io.inboxport.testkit.contract.OutboxScenarioStage.content;
import static io.inboxport.testkit.contract.OutboxScenarioStage.isAbout;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Adding entries and finding them. */
final class OutboxEntryScenarios {
  static final List<OutboxScenario> ALL =
      List.of(
          new OutboxScenario(
              "A key without an entry finds nothing",
              stage -> {
                stage.plans("answer-1", PARCEL);

                assertThat(stage.store.find(OutboxKey.of("answer-2"))).isEmpty();
              }),
          new OutboxScenario(
              "Another process finds an entry that was added, with all that was said of it",
              stage -> {
                stage.adds(
                    "answer-1",
                    PARCEL,
                    new OutboxChange(
                        OutboxState.PLANNED, null, Duration.ZERO, LATER, Mark.NONE, null, "Wait."));

                var entry = stage.entry("answer-1");
                assertThat(entry.key()).isEqualTo(OutboxKey.of("answer-1"));
                assertThat(entry.content()).isEqualTo(content("answer-1", PARCEL));
                assertThat(entry.state()).isEqualTo(OutboxState.PLANNED);
                assertThat(entry.attempts()).isZero();
                assertThat(entry.lastAttempt()).isNull();
                assertThat(entry.hold()).isNull();
                assertThat(entry.note()).isEqualTo("Wait.");
                isAbout(entry.createdAt(), entry.readAt());
                isAbout(entry.dueAt(), entry.createdAt().plus(LATER));
              }),
          new OutboxScenario(
              "An entry may wait in each state and be due never",
              stage -> {
                for (var state : OutboxState.values()) {
                  stage.adds(state.name(), state);
                  assertThat(stage.entry(state.name()).state()).isEqualTo(state);
                  assertThat(stage.entry(state.name()).dueAt()).isNull();
                }
              }),
          new OutboxScenario(
              "An entry whose first state is final holds no write",
              stage -> {
                for (var state : List.of(OutboxState.DONE, OutboxState.REFUSED)) {
                  stage.adds(state.name(), state);
                  assertThat(stage.entry(state.name()).content())
                      .isEqualTo(content(state.name(), PARCEL).wiped());
                }
              }),
          new OutboxScenario(
              "A key is added once, and a second entry changes nothing of the first",
              stage -> {
                stage.plans("answer-1", PARCEL);
                var first = stage.entry("answer-1");

                var again = OutboxScenarioStage.to(OutboxState.SENDING);
                assertThat(stage.other.add(first.key(), content("answer-1", REFUND), again))
                    .isFalse();
                assertThat(stage.store.add(first.key(), first.content(), again)).isFalse();

                OutboxScenarioStage.areEqual(stage.entry("answer-1"), first);
              }),
          new OutboxScenario(
              "The time at which an entry is read goes on, and that of its making stands still",
              stage -> {
                stage.plans("answer-1", PARCEL);
                var before = stage.entry("answer-1");

                stage.passes(LATER);

                var after = stage.entry("answer-1");
                assertThat(after.createdAt()).isEqualTo(before.createdAt());
                isAbout(after.readAt(), before.readAt().plus(LATER));
              }),
          new OutboxScenario(
              "Keys that differ in case alone are two keys",
              stage -> {
                stage.plans("ticket-4711/a", PARCEL);
                stage.plans("TICKET-4711/A", REFUND);

                assertThat(stage.entry("ticket-4711/a").conversation().value()).isEqualTo(PARCEL);
                assertThat(stage.entry("TICKET-4711/A").conversation().value()).isEqualTo(REFUND);
                assertThat(stage.store.find(OutboxKey.of("Ticket-4711/a"))).isEmpty();
              }),
          new OutboxScenario(
              "A key may have every visible character, and 200 of them",
              stage -> {
                var visible = new StringBuilder();
                IntStream.rangeClosed('!', '~').forEach(visible::appendCodePoint);
                var first = visible + "a".repeat(200 - visible.length());
                var second = visible + "a".repeat(199 - visible.length()) + "b";

                stage.plans(first, PARCEL);
                stage.plans(second, PARCEL);

                assertThat(stage.all()).containsExactly(first, second);
                assertThat(stage.entry(second).key().value()).isEqualTo(second);
              }),
          new OutboxScenario(
              "A text comes back as it was, with emoji, quotes and NUL, at its greatest length",
              stage -> {
                var texts =
                    List.of(
                        "🎉".repeat(10_000),
                        "It's \"said\" \\ 100 % ? ; -- /* {0} :name $1",
                        "a\0b\u0001\r\n\t\uFFFF",
                        " İzmir ẞ e\u0301 ");
                for (int i = 0; i < texts.size(); i++) {
                  comesBack(stage, "text-" + i, new InboxWrite.AddNote(id(), texts.get(i)));
                }
              }),
          new OutboxScenario(
              "A reply comes back with ten thousand emoji and its media",
              stage -> {
                var draft = ReplyDraft.of("🎉".repeat(10_000));
                for (int i = 0; i < 10; i++) {
                  draft = draft.attaching(Map.of("url", "https://example.com/" + "x".repeat(5000)));
                }
                comesBack(stage, "reply-1", new InboxWrite.Reply(id(), draft));
              }),
          new OutboxScenario(
              "Each kind of write comes back as it was",
              stage -> {
                for (var write : writes()) {
                  comesBack(stage, write.operation().name(), write);
                }
              }),
          new OutboxScenario(
              "A note may have 500 characters of any language",
              stage -> {
                for (var note : List.of("n".repeat(500), "ß".repeat(500), "语".repeat(500))) {
                  var planned = OutboxScenarioStage.to(OutboxState.NOT_SENT);
                  var key = "note-" + note.codePointAt(0);
                  stage.adds(
                      key,
                      PARCEL,
                      new OutboxChange(
                          planned.to(), null, Duration.ZERO, null, Mark.NONE, null, note));
                  assertThat(stage.entry(key).note()).isEqualTo(note);
                }
              }));

  private OutboxEntryScenarios() {}

  private static ConversationId id() {
    return ConversationId.of(PARCEL);
  }

  private static void comesBack(OutboxScenarioStage stage, String key, InboxWrite write) {
    var content = content(key, write);
    assertThat(stage.store.add(OutboxKey.of(key), content, OutboxChange.planned())).isTrue();

    var entry = stage.entry(key);
    assertThat(entry.content().equals(content)).as("the content of " + key).isTrue();
    assertThat(entry.write().orElseThrow().equals(write)).as("the write of " + key).isTrue();
    assertThat(entry.operation()).isEqualTo(write.operation());
  }

  private static List<InboxWrite> writes() {
    var agent = UserId.of("00A000000000002");
    return List.of(
        new InboxWrite.SetStatus(id(), Status.CLOSED),
        new InboxWrite.Assign(id(), agent, null),
        new InboxWrite.AddNote(id(), "Sent a replacement."),
        new InboxWrite.ReplaceTags(id(), List.of(TagName.of("parcel"), TagName.of("late"))),
        new InboxWrite.Reply(id(), ReplyDraft.of("It is on its way.")),
        new InboxWrite.CreateCase(id(), SalesforceCase.through(IntegrationId.of("int1"))));
  }
}
