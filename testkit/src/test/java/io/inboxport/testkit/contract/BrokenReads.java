package io.inboxport.testkit.contract;

import io.inboxport.account.AccountId;
import io.inboxport.account.Identity;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gateways that get and read timelines wrongly. */
final class BrokenReads {
  static final List<BrokenGateway> ALL =
      List.of(
          gets(
              "takes an unknown network for Facebook",
              "get.keeps-an-unknown-network",
              item ->
                  item.network().known().isPresent()
                      ? item.toBuilder()
                      : item.toBuilder().network(Network.FACEBOOK)),
          gets(
              "forgets an unknown item type",
              "get.keeps-an-unknown-item-type",
              item ->
                  item.itemType().known().isPresent()
                      ? item.toBuilder()
                      : item.toBuilder().itemType(ItemType.of(""))),
          gets(
              "takes an unknown status for open",
              "get.keeps-an-unknown-status",
              item ->
                  item.status().known().isPresent()
                      ? item.toBuilder()
                      : item.toBuilder().status(Status.OPEN)),
          gets("loads no tags", "get.tells-that-there-are-no-tags", i -> i.toBuilder().tags(null)),
          gets(
              "tells one tag only",
              "get.tells-the-tags",
              item -> item.toBuilder().tags(item.tags().orElseThrow().stream().limit(1).toList())),
          gets(
              "tells times of another zone",
              "get.tells-when-an-item-came",
              item -> item.toBuilder().created(item.created().orElseThrow().plusSeconds(7200))),
          gets(
              "assigns unassigned items to the caller",
              "get.tells-that-an-item-is-unassigned",
              item -> item.toBuilder().assignee(item.assignee().orElse(ScenarioStage.ME))),
          gets(
              "never tells of changes",
              "get.tells-that-an-item-changed",
              item -> item.toBuilder().modified(item.created().orElseThrow())),
          reads(
              "tells timelines oldest first",
              "timeline.is-newest-first",
              entries -> {
                var reversed = new ArrayList<>(entries);
                Collections.reverse(reversed);
                return reversed;
              }),
          reads(
              "loses the last entry of a page",
              "timeline.pages-to-the-end",
              entries -> entries.subList(0, Math.max(0, entries.size() - 1))),
          reads(
              "repeats entries",
              "timeline.may-grow-during-a-walk",
              entries -> {
                var twice = new ArrayList<>(entries);
                twice.addAll(entries);
                return twice;
              }),
          reads(
              "forgets types that it does not know",
              "timeline.keeps-every-entry-type",
              entries -> entries.stream().filter(e -> !e.type().text().contains("St")).toList()),
          pages(
              "loops the cursor",
              "timeline.pages-to-the-end",
              (sound, id, cursor) -> sound.timeline(id, null)),
          pages(
              "knows the first page only",
              "timeline.pages-to-the-end",
              (sound, id, cursor) -> cursor == null ? sound.timeline(id, null) : page(List.of())),
          pages(
              "starts a page with its cursor",
              "timeline.goes-on-behind-any-entry",
              (sound, id, cursor) -> {
                var entries = new ArrayList<>(sound.timeline(id, cursor).entries());
                if (cursor != null && !entries.isEmpty()) {
                  entries.add(0, TimelineEntry.withId(cursor).build());
                }
                return page(entries);
              }),
          new BrokenGateway(
              "counts pages by their distance from the newest entry",
              "timeline.may-grow-during-a-walk",
              CountingPages::new),
          new BrokenGateway(
              "takes each user for another",
              "me.tells-user-and-account",
              sound ->
                  new DelegatingGateway(sound) {
                    @Override
                    public Identity me() {
                      return Identity.builder(UserId.of("someone"), AccountId.of("some")).build();
                    }
                  }));

  private BrokenReads() {}

  private static BrokenGateway gets(
      String flaw, String caughtBy, Function<Conversation, Conversation.Builder> otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public Conversation get(ConversationId id) {
                return otherwise.apply(super.get(id)).build();
              }
            });
  }

  private static BrokenGateway reads(
      String flaw, String caughtBy, UnaryOperator<List<TimelineEntry>> otherwise) {
    return pages(
        flaw,
        caughtBy,
        (sound, id, cursor) -> page(otherwise.apply(sound.timeline(id, cursor).entries())));
  }

  private static BrokenGateway pages(String flaw, String caughtBy, Paging otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
                return otherwise.page(sound, id, cursor);
              }
            });
  }

  private static TimelinePage page(List<TimelineEntry> entries) {
    return new TimelinePage(entries, List.of());
  }

  private interface Paging {
    TimelinePage page(InboxGateway sound, ConversationId id, @Nullable TimelineEntryId cursor);
  }

  /** Pages of a moving list, as an offset makes them: what is new pushes old entries along. */
  private static final class CountingPages extends DelegatingGateway {
    private final Map<TimelineEntryId, Integer> offsets = new HashMap<>();

    CountingPages(InboxGateway sound) {
      super(sound);
    }

    @Override
    public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
      var all = new ArrayList<TimelineEntry>();
      var next = super.timeline(id, null);
      while (!next.entries().isEmpty()) {
        all.addAll(next.entries());
        next = super.timeline(id, all.get(all.size() - 1).id());
      }
      int from = cursor == null ? 0 : offsets.getOrDefault(cursor, all.size());
      var entries = all.subList(Math.min(from, all.size()), Math.min(from + 10, all.size()));
      for (int i = 0; i < entries.size(); i++) {
        offsets.put(entries.get(i).id(), from + i + 1);
      }
      return page(entries);
    }
  }
}
