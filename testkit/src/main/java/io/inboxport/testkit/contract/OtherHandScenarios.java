package io.inboxport.testkit.contract;

import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.COLLEAGUE;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.Reconciliation.Outcome;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.EntryType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.ServerBehavior.UnknownCursor;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Scenarios of another hand in the inbox: it writes, edits and deletes. */
final class OtherHandScenarios {
  private static final UserId ZERO = UserId.of("0");

  /** More than one page is likely to hold. */
  private static final int MANY = 250;

  private static final List<Scenario> ONE_BY_ONE =
      List.of(
          scenario(
              Operation.TIMELINE,
              "hand.deleted-entry-is-gone",
              "An entry that another hand deleted is gone, and the others stay",
              stage -> {
                var id = stage.received();
                var deleted = stage.backstage.customerSays(id, "Forget it");
                stage.backstage.customerSays(id, "Are you there?");
                assertThat(stage.timeline(id)).hasSize(3);
                stage.backstage.deleteEntry(id, deleted);
                assertThat(stage.contents(id)).containsExactly("Are you there?", "Hello");
              }),
          scenario(
              Operation.TIMELINE,
              "hand.deleted-entry-leaves-the-pages-whole",
              "The entries behind a deleted one come complete, page by page",
              stage -> {
                var id = stage.received();
                for (int i = 0; i < 45; i++) {
                  stage.backstage.customerSays(id, "Text " + i);
                }
                var before = stage.timeline(id);
                var deleted = before.get(21);
                stage.backstage.deleteEntry(id, deleted.id());
                assertThat(stage.timeline(id))
                    .hasSize(before.size() - 1)
                    .isEqualTo(before.stream().filter(entry -> !entry.equals(deleted)).toList());
              }),
          deletedCursor("is-rejected", "is rejected as a cursor", UnknownCursor.REJECTED),
          deletedCursor("ends-a-page", "is a cursor to an empty page", UnknownCursor.EMPTY_PAGE),
          deletedCursor("begins-anew", "is a cursor to the newest page", UnknownCursor.NEWEST_PAGE),
          scenario(
              Operation.TIMELINE,
              "hand.edited-entry-has-the-new-text",
              "An entry that another hand edited has the new text, and nothing else is new",
              stage -> {
                var id = stage.received();
                stage.backstage.customerSays(id, "Forget it");
                var edited = stage.backstage.timeline(id).get(0);
                assertThat(stage.timeline(id)).contains(edited);
                stage.backstage.editEntry(id, edited.id(), "Never mind");
                var newest = stage.timeline(id).get(0);
                assertThat(newest.content()).isEqualTo("Never mind");
                assertThat(newest.id()).isEqualTo(edited.id());
                assertThat(newest.created()).isEqualTo(edited.created());
                assertThat(newest.createdBy()).isEqualTo(edited.createdBy());
              }),
          scenario(
              Operation.TIMELINE,
              "hand.entry-may-have-any-author",
              "An entry has its own author; no author, and the author 0, is no user",
              stage -> {
                var id = quiet(stage);
                stage.backstage.addEntry(id, entry(stage, "eat900000000001", null));
                stage.backstage.addEntry(id, entry(stage, "eat900000000002", COLLEAGUE));
                stage.backstage.addEntry(id, entry(stage, "eat900000000003", ZERO));
                var authors =
                    stage.timeline(id).stream()
                        .map(entry -> entry.createdBy().filter(author -> !author.equals(ZERO)))
                        .map(author -> author.map(UserId::value).orElse("none"))
                        .toList();
                assertThat(authors)
                    .as("the authors, newest entry first")
                    .containsExactly("none", COLLEAGUE.value(), "none");
              }),
          scenario(
              Operation.TIMELINE,
              "hand.entry-may-have-no-time",
              "An entry without a time has none",
              stage -> {
                var id = quiet(stage);
                stage.backstage.addEntry(
                    id,
                    TimelineEntry.withId(TimelineEntryId.of("eat900000000001"))
                        .type(EntryType.MESSAGE)
                        .content("On it!")
                        .build());
                assertThat(stage.timeline(id))
                    .singleElement()
                    .extracting(TimelineEntry::created)
                    .isEqualTo(Optional.empty());
              }),
          provesNothing("a-colleagues", "A colleague's equal text", COLLEAGUE),
          provesNothing("an-unsigned", "An equal text without an author", null),
          provesNothing("an-author-0s", "An equal text of the author 0", ZERO),
          scenario(
                  Operation.REPLY,
                  "hand.deleted-write-is-not-done",
                  "A reply that went through unheard, and was deleted, is not there any more",
                  stage -> {
                    var id = quiet(stage);
                    stage.backstage.inject(Operation.REPLY, Fault.unheard(), 1);
                    var unknown = unknown(stage, id);
                    assertThat(stage.inbox.reconcile(unknown).outcome()).isEqualTo(Outcome.DONE);
                    stage.backstage.deleteEntry(id, stage.backstage.timeline(id).get(0).id());
                    stage.passes(Duration.ofMinutes(10));
                    assertThat(stage.inbox.reconcile(unknown).outcome())
                        .isEqualTo(Outcome.NOT_DONE);
                  })
              .needing(WriteCase.REPLY.proofs()));

  static final List<Scenario> ALL = all();

  private OtherHandScenarios() {}

  private static List<Scenario> all() {
    var all = new ArrayList<>(ONE_BY_ONE);
    all.add(
        scenario(
            Operation.LIST,
            "hand.list-leaves-out-a-deleted-item",
            "No list holds an item that another hand deleted",
            stage -> {
              var id = stage.received();
              var kept = stage.received();
              assertThat(stage.listed(ConversationQuery.all())).contains(id, kept);
              stage.deletes(id);
              var page = stage.gateway.list(ConversationQuery.all());
              assertThat(page.items()).extracting(Conversation::id).containsExactly(kept);
              assertThat(page.total()).hasValue(1);
            }));
    all.add(missed(Operation.GET, "get", "an item", (g, id) -> ReadCase.GET.perform(g, id), true));
    all.add(
        missed(
            Operation.TIMELINE,
            "timeline",
            "a timeline",
            (g, id) -> ReadCase.TIMELINE.perform(g, id),
            true));
    WriteCase.ALL.forEach(
        write ->
            all.add(missed(write.operation(), write.slug(), write.noun(), write::perform, false)));
    return List.copyOf(all);
  }

  private static Scenario missed(
      Operation operation,
      String slug,
      String noun,
      BiConsumer<InboxGateway, ConversationId> call,
      boolean before) {
    return scenario(
        operation,
        "hand." + slug + "-misses-a-deleted-item",
        "A call for " + noun + " does not find an item that another hand deleted",
        stage -> {
          stage.backstage.addIntegration(ScenarioStage.INTEGRATION);
          var id = stage.received();
          stage.received();
          if (before) {
            call.accept(stage.gateway, id);
          }
          stage.deletes(id);
          stage.findsNothing(operation, id, () -> call.accept(stage.gateway, id));
        });
  }

  private static Scenario deletedCursor(String name, String what, UnknownCursor answer) {
    return scenario(
        Operation.TIMELINE,
        "hand.deleted-cursor-" + name,
        "A deleted entry " + what + ", and a walk that stood on it loses no other",
        stage -> {
          stage.backstage.answerUnknownCursors(answer);
          var id = quiet(stage);
          var said = new ArrayList<TimelineEntryId>();
          for (int i = 0; i < MANY; i++) {
            said.add(0, stage.backstage.customerSays(id, "Text " + i));
          }
          var newest = stage.gateway.timeline(id, null).entries();
          var deleted = newest.get(newest.size() - 1).id();
          var walk = stage.inbox.timeline(id).iterator();
          var walked = new ArrayList<TimelineEntryId>();
          newest.forEach(entry -> walked.add(walk.next().id()));
          stage.backstage.deleteEntry(id, deleted);
          walk.forEachRemaining(entry -> walked.add(entry.id()));
          assertThat(walked).as("what the walk handed out").isEqualTo(said);
          answers(stage, id, deleted, answer);
        });
  }

  private static void answers(
      ScenarioStage stage, ConversationId id, TimelineEntryId deleted, UnknownCursor answer) {
    if (answer == UnknownCursor.REJECTED) {
      stage.fails(
          Rejected.class, Operation.TIMELINE, id, () -> stage.gateway.timeline(id, deleted));
      return;
    }
    var expected =
        answer == UnknownCursor.EMPTY_PAGE
            ? List.<TimelineEntry>of()
            : stage.gateway.timeline(id, null).entries();
    assertThat(stage.gateway.timeline(id, deleted).entries())
        .as("the page behind the deleted entry")
        .isEqualTo(expected);
  }

  private static Scenario provesNothing(String name, String which, @Nullable UserId author) {
    return scenario(
            Operation.REPLY,
            "hand." + name + "-text-proves-nothing",
            which + " does not prove that a lost reply was sent",
            stage -> {
              var id = quiet(stage);
              stage.backstage.inject(Operation.REPLY, Fault.lost(), 1);
              var unknown = unknown(stage, id);
              stage.passes(Duration.ofSeconds(5));
              stage.backstage.addEntry(id, entry(stage, "eat900000000001", author));
              stage.passes(Duration.ofMinutes(10));
              assertThat(stage.inbox.reconcile(unknown).outcome()).isEqualTo(Outcome.INCONCLUSIVE);
            })
        .needing(COLLEAGUE.equals(author) ? WriteCase.REPLY.proofs() : WriteCase.REPLY.looks());
  }

  private static ConversationId quiet(ScenarioStage stage) {
    return stage.received(InboundItem.directMessage().on(Network.FACEBOOK));
  }

  private static OutcomeUnknown unknown(ScenarioStage stage, ConversationId id) {
    return stage.fails(
        OutcomeUnknown.class,
        Operation.REPLY,
        id,
        () -> WriteCase.REPLY.perform(stage.gateway, id));
  }

  /** An entry with the text of the reply. */
  private static TimelineEntry entry(ScenarioStage stage, String id, @Nullable UserId author) {
    return TimelineEntry.withId(TimelineEntryId.of(id))
        .type(EntryType.MESSAGE)
        .created(stage.backstage.now())
        .content("On it!")
        .createdBy(author)
        .build();
  }
}
