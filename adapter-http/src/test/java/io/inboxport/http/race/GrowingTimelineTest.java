package io.inboxport.http.race;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.timeline.TimelineEntryId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowingTimelineTest {
  private static final List<TimelineEntryId> WHOLE = page("edcba");

  @Test
  void a_walk_may_begin_before_the_newest_entry_came() {
    assertThatCode(() -> walk("dc", "ba").check(WHOLE)).doesNotThrowAnyException();
  }

  @Test
  void a_repeated_entry_is_caught() {
    assertThatThrownBy(() -> walk("dc", "cba").check(WHOLE)).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_missing_entry_is_caught() {
    assertThatThrownBy(() -> walk("dc", "a").check(WHOLE)).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_torn_page_is_caught() {
    assertThatThrownBy(() -> walk("db", "ca").check(WHOLE)).isInstanceOf(AssertionError.class);
  }

  @Test
  void a_walk_that_misses_what_was_there_before_it_is_caught() {
    assertThatThrownBy(() -> walk("ba").check(WHOLE)).isInstanceOf(AssertionError.class);
  }

  /** A walk that began when all but the newest entry were there. */
  private static GrowingTimeline.Walk walk(String... pages) {
    var came = Arrays.stream(pages).map(GrowingTimelineTest::page).toList();
    return new GrowingTimeline.Walk(page("dcba"), came);
  }

  /** A page of entries whose ids are single letters. */
  private static List<TimelineEntryId> page(String ids) {
    return ids.chars().mapToObj(Character::toString).map(TimelineEntryId::of).toList();
  }
}
