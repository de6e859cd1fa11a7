package io.inboxport.inmemory;

import static io.inboxport.inmemory.InboundItem.directMessage;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.ServerBehavior.UnknownCursor;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TimelinePageTest extends Twin {
  private static final TimelineEntryId UNKNOWN = TimelineEntryId.of("eat999999999999");

  private final List<TimelineEntryId> newestFirst = new ArrayList<>();
  private ConversationId id;

  @BeforeEach
  void receiveFiftyMessages() {
    id = twin.receive(directMessage());
    var other = twin.receive(directMessage());
    for (int i = 0; i < 50; i++) {
      newestFirst.add(0, twin.customerSays(id, "Message " + i));
      twin.customerSays(other, "In between");
    }
  }

  @Test
  void a_page_has_twenty_entries_newest_first_and_starts_behind_the_cursor() {
    assertThat(page(null)).isEqualTo(newestFirst.subList(0, 20));
    assertThat(page(newestFirst.get(19))).isEqualTo(newestFirst.subList(20, 40));
    assertThat(page(newestFirst.get(39))).isEqualTo(newestFirst.subList(40, 50));
    assertThat(page(newestFirst.get(49))).isEmpty();
  }

  @Test
  void the_number_of_entries_on_a_page_can_be_chosen() {
    twin.behave(twin.behavior().toBuilder().timelinePage(3).build());

    assertThat(page(newestFirst.get(0))).isEqualTo(newestFirst.subList(1, 4));
  }

  @Test
  void a_walk_comes_by_every_entry_once_while_newer_ones_arrive() {
    var walked = new ArrayList<TimelineEntryId>();
    for (var entry : inbox.timeline(id)) {
      walked.add(entry.id());
      if (walked.size() % 10 == 0) {
        twin.customerSays(id, "Newer");
      }
    }

    assertThat(walked).isEqualTo(newestFirst);
  }

  @Test
  void a_cursor_that_is_no_entry_of_the_timeline_is_rejected() {
    var ofAnother = TimelineEntryId.of("eat000000000002");
    var words = "Failed to parse last_loaded_id";

    assertRejected(words, () -> twin.timeline(id, UNKNOWN));
    assertRejected(words, () -> twin.timeline(id, ofAnother));
    assertRejected(words, () -> twin.timeline(id, TimelineEntryId.of("eat1")));
    assertRejected(words, () -> twin.timeline(id, TimelineEntryId.of("eat0000000000001")));
  }

  @Test
  void a_cursor_that_was_recorded_in_another_timeline_is_no_entry_of_this() {
    var other = twin.receive(directMessage());
    var recorded = TimelineEntryId.of("recorded");
    twin.addEntry(other, TimelineEntry.withId(recorded).build());

    assertRejected("Failed to parse last_loaded_id", () -> twin.timeline(id, recorded));
  }

  @Test
  void an_unknown_cursor_can_lead_to_an_empty_or_to_the_newest_page() {
    twin.behave(twin.behavior().toBuilder().unknownCursor(UnknownCursor.EMPTY_PAGE).build());
    assertThat(page(UNKNOWN)).isEmpty();

    twin.behave(twin.behavior().toBuilder().unknownCursor(UnknownCursor.NEWEST_PAGE).build());
    assertThat(page(UNKNOWN)).isEqualTo(newestFirst.subList(0, 20));
  }

  private List<TimelineEntryId> page(@Nullable TimelineEntryId olderThan) {
    return twin.timeline(id, olderThan).entries().stream().map(TimelineEntry::id).toList();
  }
}
