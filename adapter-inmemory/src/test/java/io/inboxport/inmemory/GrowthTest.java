package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.EntryType;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Growth of the inbox does not slow it down: counted in elements looked at, not in time. */
class GrowthTest {
  private static final int MANY = 100_000;

  private final AtomicInteger lookedAt = new AtomicInteger();

  @Test
  void of_many_items_only_those_on_the_page_are_looked_at() {
    var all = NumberSet.EMPTY;
    var even = NumberSet.EMPTY;
    var few = NumberSet.EMPTY;
    for (int i = 0; i < MANY; i++) {
      all = all.with(i);
      even = i % 2 == 0 ? even.with(i) : even;
      few = i % 1_000 == 0 ? few.with(i) : few;
    }

    assertSearch(new IndexQuery(all), MANY, 20);
    var half = new IndexQuery(all);
    half.in(List.of(even));
    assertSearch(half, MANY / 2, 20);
    var selective = new IndexQuery(all);
    selective.in(List.of(even));
    selective.in(List.of(few, NumberSet.EMPTY.with(7)));
    assertSearch(selective, MANY / 1_000, 20);
  }

  private void assertSearch(IndexQuery query, int total, int page) {
    lookedAt.set(0);
    var search = new ConversationSearch(query, counting(GrowthTest::item), page, true).run();

    assertThat(search.total()).isEqualTo(total);
    assertThat(search.found()).hasSize(page);
    assertThat(lookedAt).hasValue(page);
  }

  @Test
  void a_page_deep_in_a_long_timeline_is_found_by_halving() {
    var timeline = new StoredTimeline(0, MANY, counting(GrowthTest::entry), IssuedIds.NONE);

    int position = timeline.positionOf(entry(70).id());
    assertThat(position).isEqualTo(70);
    assertThat(lookedAt.get()).isLessThan(20);

    lookedAt.set(0);
    assertThat(timeline.before(position, 20)).hasSize(20);
    assertThat(lookedAt).hasValue(20);
  }

  @Test
  void an_element_among_many_is_found_by_its_hash() {
    PersistentMap<Counted, KeyedValue<Counted, Integer>> map = PersistentMap.empty();
    for (int i = 0; i < MANY; i++) {
      map = map.with(new KeyedValue<>(new Counted(i, lookedAt), i));
    }

    lookedAt.set(0);
    assertThat(map.contains(new Counted(4_711, lookedAt))).isTrue();

    assertThat(lookedAt).hasValue(1);
  }

  /** A key that counts how often it is compared. */
  private record Counted(int number, AtomicInteger comparisons) {
    @Override
    public boolean equals(@Nullable Object other) {
      comparisons.incrementAndGet();
      return other instanceof Counted that && number == that.number;
    }

    @Override
    public int hashCode() {
      return number;
    }
  }

  private <T> IntFunction<T> counting(IntFunction<T> elements) {
    return number -> {
      lookedAt.incrementAndGet();
      return elements.apply(number);
    };
  }

  private static StoredConversation item(int number) {
    return StoredConversation.received(
        number, Conversation.withId(ConversationId.of("eit" + number)).build());
  }

  private static StoredEntry entry(int position) {
    return new StoredEntry(2L * position + 1, null, EntryType.MESSAGE, null, "", null);
  }
}
