package io.inboxport.testkit.contract;

import static io.inboxport.inmemory.InboundItem.post;
import static io.inboxport.testkit.contract.Scenario.scenario;
import static io.inboxport.testkit.contract.ScenarioStage.NOBODY;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Reading timelines. */
final class TimelineScenarios {
  /** More than any page is likely to hold. */
  private static final int MANY = 250;

  static final List<Scenario> ALL =
      List.of(
          scenario(
              "timeline.is-newest-first",
              "The newest entry comes first",
              stage -> {
                var id = stage.received();
                var said = talk(stage, id, 5, Duration.ofMinutes(1));
                assertThat(ids(stage.timeline(id)).subList(0, 5)).isEqualTo(newestFirst(said));
              }),
          scenario(
              "timeline.keeps-the-order-within-a-second",
              "Entries of the same second come in the order in which they happened, newest first",
              stage -> {
                var id = stage.received();
                var said = talk(stage, id, 5, Duration.ZERO);
                assertThat(ids(stage.timeline(id)).subList(0, 5)).isEqualTo(newestFirst(said));
              }),
          scenario(
              "timeline.starts-with-what-the-item-says",
              "The oldest entry is what the customer wrote when the item came in",
              stage -> {
                var id = stage.received(post().saying("The strap broke"));
                stage.backstage.customerSays(id, "On day one");
                assertThat(stage.contents(id)).containsExactly("On day one", "The strap broke");
              }),
          scenario(
              "timeline.tells-a-customer-message",
              "What the customer says has its text and time, and no user of the account made it",
              stage -> {
                var id = stage.received();
                stage.passes(Duration.ofMinutes(3));
                var entryId = stage.backstage.customerSays(id, "Hello?");
                var entry = stage.timeline(id).get(0);
                assertThat(entry.id()).isEqualTo(entryId);
                assertThat(entry.content()).isEqualTo("Hello?");
                assertThat(entry.createdBy()).isEmpty();
                assertThat(entry.created())
                    .contains(stage.backstage.now().truncatedTo(ChronoUnit.SECONDS));
              }),
          scenario(
              "timeline.keeps-every-entry-type",
              "Likes, shares and types unknown so far come as they are",
              stage -> {
                var id = stage.received(post());
                var types = List.of("like", "share", "StickerSent");
                types.forEach(type -> stage.backstage.happens(id, EntryType.of(type), "x"));
                assertThat(stage.timeline(id).subList(0, 3))
                    .extracting(entry -> entry.type().text())
                    .containsExactly("StickerSent", "share", "like");
              }),
          scenario(
              "timeline.pages-to-the-end",
              "Page by page, a long timeline comes complete, in order, each entry once",
              stage -> {
                var id = stage.received();
                var said = talk(stage, id, MANY, Duration.ofSeconds(1));
                var walked = ids(stage.timeline(id));
                assertThat(walked).doesNotHaveDuplicates().hasSize(MANY + 1);
                assertThat(walked.subList(0, MANY)).isEqualTo(newestFirst(said));
              }),
          scenario(
              "timeline.goes-on-behind-any-entry",
              "Behind any entry comes the next older one, not only behind the last of a page",
              stage -> {
                var id = stage.received();
                var newestFirst = newestFirst(talk(stage, id, 6, Duration.ofSeconds(1)));
                for (int i = 0; i + 1 < newestFirst.size(); i++) {
                  assertThat(stage.gateway.timeline(id, newestFirst.get(i)).entries().get(0).id())
                      .as("the entry behind number " + i)
                      .isEqualTo(newestFirst.get(i + 1));
                }
              }),
          scenario(
              "timeline.ends-behind-the-oldest-entry",
              "Behind the oldest entry comes an empty page",
              stage -> {
                var id = stage.received();
                talk(stage, id, 3, Duration.ofSeconds(1));
                var walked = stage.timeline(id);
                var oldest = walked.get(walked.size() - 1).id();
                assertThat(stage.gateway.timeline(id, oldest).entries()).isEmpty();
              }),
          scenario(
              "timeline.may-grow-during-a-walk",
              "Entries that arrive during a walk neither repeat nor hide an older one",
              stage -> {
                var id = stage.received();
                var said = newestFirst(talk(stage, id, MANY, Duration.ofSeconds(1)));
                var walked = new ArrayList<TimelineEntryId>();
                var page = stage.gateway.timeline(id, null);
                while (!page.entries().isEmpty()) {
                  walked.addAll(ids(page.entries()));
                  assertThat(walked).as("the entries so far").doesNotHaveDuplicates();
                  stage.backstage.customerSays(id, "meanwhile");
                  page = stage.gateway.timeline(id, walked.get(walked.size() - 1));
                }
                assertThat(walked.subList(0, MANY)).isEqualTo(said);
              }),
          scenario(
              "timeline.shows-new-entries-to-a-new-walk",
              "A new walk starts with what came during the last one",
              stage -> {
                var id = stage.received();
                var walk = stage.inbox.timeline(id);
                assertThat(walk.stream().count()).isEqualTo(1);
                var newest = stage.backstage.customerSays(id, "meanwhile");
                assertThat(walk.iterator().next().id()).isEqualTo(newest);
              }),
          scenario(
              "timeline.belongs-to-one-item",
              "A timeline holds nothing of another item",
              stage -> {
                var id = stage.received(post().saying("mine"));
                var other = stage.received(post().saying("another's"));
                stage.backstage.customerSays(other, "also another's");
                assertThat(stage.contents(id)).containsExactly("mine");
              }),
          ReadCase.TIMELINE.changesNothing(),
          scenario(
              "timeline.does-not-find-an-unknown-id",
              "There is no timeline of an item that does not exist",
              stage -> {
                stage.received();
                stage.findsNothing(
                    Operation.TIMELINE, NOBODY, () -> stage.gateway.timeline(NOBODY, null));
              }));

  private TimelineScenarios() {}

  private static List<TimelineEntryId> talk(
      ScenarioStage stage, ConversationId id, int count, Duration pause) {
    var said = new ArrayList<TimelineEntryId>();
    for (int i = 0; i < count; i++) {
      stage.passes(pause);
      said.add(stage.backstage.customerSays(id, "message " + i));
    }
    return said;
  }

  private static List<TimelineEntryId> newestFirst(List<TimelineEntryId> oldestFirst) {
    var reversed = new ArrayList<>(oldestFirst);
    Collections.reverse(reversed);
    return reversed;
  }

  private static List<TimelineEntryId> ids(List<TimelineEntry> entries) {
    return entries.stream().map(TimelineEntry::id).toList();
  }
}
