package io.inboxport.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UnreadablePart;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TimelineTest {
  private static final ConversationId ID = ConversationId.of("eit000000000001");

  private final ScriptedSource source = new ScriptedSource();
  private final Timeline timeline = Timeline.of(ID, source);

  private static List<String> ids(Timeline timeline) {
    return timeline.stream().map(entry -> entry.id().value()).toList();
  }

  private static List<String> walkUntilStalled(Timeline timeline) {
    var ids = new ArrayList<String>();
    assertThatThrownBy(() -> timeline.forEach(entry -> ids.add(entry.id().value())))
        .isInstanceOf(UnreadableResponse.class);
    return ids;
  }

  @Test
  void nothing_is_fetched_before_an_entry_is_asked_for() {
    source.page("e2", "e1");
    var walk = timeline.iterator();
    var stream = timeline.stream().map(TimelineEntry::id);
    assertThat(source.asked()).isEmpty();

    assertThat(walk.next().id()).hasToString("e2");
    assertThat(stream).isNotNull();
    assertThat(source.asked()).containsExactly("newest");
  }

  @Test
  void a_page_is_fetched_only_when_the_one_before_is_used_up() {
    source.page("e4", "e3").page("e2", "e1").page();
    var walk = timeline.iterator();
    walk.next();
    walk.next();
    assertThat(source.asked()).containsExactly("newest");

    assertThat(walk.hasNext()).isTrue();
    assertThat(walk.hasNext()).isTrue();
    assertThat(source.asked()).containsExactly("newest", "e3");
  }

  @Test
  void the_walk_ends_on_an_empty_page_and_stays_ended() {
    source.page("e2", "e1").page().page("e1");
    var walk = timeline.iterator();
    walk.next();
    walk.next();

    assertThat(walk.hasNext()).isFalse();
    assertThat(walk.hasNext()).isFalse();
    assertThat(source.asked()).containsExactly("newest", "e1", "e2");
    assertThatThrownBy(walk::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("The timeline has no older entry.");
  }

  @Test
  void an_empty_timeline_is_one_empty_page() {
    source.page();

    assertThat(timeline).isEmpty();
    assertThat(source.asked()).containsExactly("newest");
  }

  @Test
  void the_walk_ends_on_a_page_that_holds_nothing_but_the_cursor() {
    source.page("e3", "e2", "e1").page("e1");

    assertThat(ids(timeline)).containsExactly("e3", "e2", "e1");
  }

  @Test
  void a_server_that_takes_no_cursor_is_reported_and_its_first_page_not_taken_for_all() {
    source.page("e3", "e2", "e1").page("e3", "e2", "e1");

    assertThat(walkUntilStalled(timeline)).containsExactly("e3", "e2", "e1");
  }

  @Test
  void an_entry_comes_once_when_pages_overlap() {
    source.page("e4", "e3").page("e3", "e2").page("e2", "e1").page().page("e1");

    assertThat(ids(timeline)).containsExactly("e4", "e3", "e2", "e1");
    assertThat(source.asked()).containsExactly("newest", "e3", "e2", "e1", "e2");
  }

  @Test
  void an_entry_comes_once_when_a_page_repeats_it() {
    source.page("e2", "e2", "e1").page().page("e1");

    assertThat(ids(timeline)).containsExactly("e2", "e1");
  }

  @Test
  void a_cursor_that_does_not_advance_is_reported_after_what_came() {
    source.page("e3", "e2").page("e1", "e2");

    assertThat(walkUntilStalled(timeline)).containsExactly("e3", "e2", "e1");
    assertThat(source.asked()).containsExactly("newest", "e2");
  }

  @Test
  void a_cursor_that_comes_round_again_is_reported_and_not_looped() {
    source.page("e5", "e4").page("e3", "e2").page("e1", "e4");

    assertThat(walkUntilStalled(timeline)).containsExactly("e5", "e4", "e3", "e2", "e1");
  }

  @Test
  void the_report_names_the_cursor_and_is_made_again_when_asked_again() {
    source.page("e2", "e1").page("e0", "e1");
    var walk = timeline.iterator();
    IntStream.range(0, 3).forEach(i -> walk.next());

    assertThatThrownBy(walk::hasNext)
        .isInstanceOf(UnreadableResponse.class)
        .hasMessageContaining("nothing that leads past entry e1");
    assertThatThrownBy(walk::next).isInstanceOf(UnreadableResponse.class);
    assertThat(source.asked()).hasSize(2);
  }

  @Test
  void a_walk_resumes_behind_an_entry_and_does_not_hand_it_out_again() {
    source.page("e3", "e2", "e1").page().page("e1");

    assertThat(ids(timeline.olderThan(TimelineEntryId.of("e3")))).containsExactly("e2", "e1");
    assertThat(source.asked()).containsExactly("e3", "e1", "e2");
  }

  @Test
  void a_resumed_walk_reports_a_cursor_that_returns_to_its_start() {
    source.page("e2", "e3");

    assertThat(walkUntilStalled(timeline.olderThan(TimelineEntryId.of("e3"))))
        .containsExactly("e2");
    assertThat(source.asked()).containsExactly("e3");
  }

  @Test
  void a_limit_fetches_only_the_pages_it_needs() {
    for (int page = 9; page >= 0; page--) {
      source.page(tenIds(page));
    }

    assertThat(timeline.stream().limit(50)).hasSize(50);
    assertThat(source.asked()).containsExactly("newest", "e90", "e80", "e70", "e60");
  }

  private static String[] tenIds(int page) {
    return IntStream.range(0, 10).mapToObj(i -> "e" + page + (9 - i)).toArray(String[]::new);
  }

  @Test
  void entries_that_arrive_meanwhile_do_not_disturb_the_walk() {
    var store = new ArrayList<>(List.of("e1", "e2", "e3", "e4"));
    var walk = Timeline.of(ID, new Growing(store)).iterator();
    walk.next();
    store.add("e5");
    var rest = new ArrayList<String>();
    walk.forEachRemaining(entry -> rest.add(entry.id().value()));

    assertThat(rest).containsExactly("e3", "e2", "e1");
  }

  /** A store of ids, oldest first, in pages of two. */
  private record Growing(List<String> store) implements TimelineSource {
    @Override
    public TimelinePage olderThan(@Nullable TimelineEntryId cursor) {
      int end = cursor == null ? store.size() : store.indexOf(cursor.value());
      var page = new ArrayList<TimelineEntry>();
      for (int i = end - 1; i >= Math.max(0, end - 2); i--) {
        page.add(ScriptedSource.entry(store.get(i)));
      }
      return new TimelinePage(page, List.of());
    }
  }

  @Test
  void every_walk_fetches_for_itself() {
    source.page("e1").page().page("e2", "e1").page().page("e1");

    assertThat(ids(timeline)).containsExactly("e1");
    assertThat(ids(timeline)).containsExactly("e2", "e1");
  }

  @Test
  void a_fetch_that_failed_is_made_again_when_asked_again() {
    source.page("e2", "e1");
    Iterator<TimelineEntry> walk = timeline.iterator();
    walk.next();
    walk.next();
    assertThatThrownBy(walk::hasNext).isInstanceOf(NoSuchElementException.class); // script is over

    source.page("e0").page();
    assertThat(walk.next().id()).hasToString("e0");
    assertThat(source.asked()).containsExactly("newest", "e1", "e1");
  }

  @Test
  void what_cannot_be_read_is_left_out_and_told() {
    source
        .page("e4")
        .brokenPage("It has no id.", "e3", "e2")
        .brokenPage("Its time.", "e1")
        .page()
        .page("e1");
    var told = new ArrayList<String>();
    var telling = timeline.reportingUnreadable((UnreadablePart left) -> told.add(left.problem()));

    assertThat(ids(telling)).containsExactly("e4", "e3", "e2", "e1");
    assertThat(told).containsExactly("It has no id.", "Its time.");
  }

  @Test
  void a_resumed_walk_tells_it_too() {
    source.brokenPage("It has no id.", "e1").page().page("e1");
    var told = new ArrayList<UnreadablePart>();

    assertThat(ids(timeline.reportingUnreadable(told::add).olderThan(TimelineEntryId.of("e2"))))
        .containsExactly("e1");
    assertThat(told).hasSize(1);
  }

  @Test
  void telling_keeps_the_place() {
    source.page("e1").page().page("e1");

    assertThat(ids(timeline.olderThan(TimelineEntryId.of("e2")).reportingUnreadable(left -> {})))
        .containsExactly("e1");
    assertThat(source.asked()).containsExactly("e2", "e1", "e2");
  }

  @Test
  void a_field_that_cannot_be_read_is_told_once_with_its_page_although_the_end_is_checked() {
    var told = new ArrayList<UnreadablePart>();
    var field = new UnreadablePart("Timeline[0].Created", "It is odd.", false);
    var entries = Stream.of("e2", "e1").map(ScriptedSource::entry).toList();
    TimelineSource repeating =
        cursor -> {
          int from = cursor == null ? 0 : 3 - Integer.parseInt(cursor.value().substring(1));
          var rest = entries.subList(from, entries.size());
          return new TimelinePage(rest, rest.isEmpty() ? List.of() : List.of(field));
        };

    var walk = Timeline.of(ID, repeating).reportingUnreadable(told::add).iterator();
    assertThat(walk.next().id()).hasToString("e2");
    assertThat(told).containsExactly(field);

    assertThat(walk.next().id()).hasToString("e1");
    assertThat(walk.hasNext()).isFalse();
    assertThat(told).containsExactly(field);
  }

  @Test
  void a_page_of_nothing_but_unreadable_entries_is_no_end() {
    source.page("e2", "e1").brokenPage("It has no id.");
    var told = new ArrayList<UnreadablePart>();

    assertThat(walkUntilStalled(timeline.reportingUnreadable(told::add)))
        .containsExactly("e2", "e1");
    assertThat(told).hasSize(1);
  }

  @Test
  void neither_is_a_page_of_old_and_unreadable_entries() {
    source.page("e2", "e1").brokenPage("It has no id.", "e1");

    assertThat(walkUntilStalled(timeline)).containsExactly("e2", "e1");
  }
}
