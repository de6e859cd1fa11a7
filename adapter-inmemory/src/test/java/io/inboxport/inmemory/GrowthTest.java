package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.timeline.EntryType;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What grows does not get slower: counted in what is looked at, not in time. */
class GrowthTest {
  private static final int MANY = 100_000;

  private final AtomicInteger lookedAt = new AtomicInteger();

  @Test
  void of_many_items_only_those_on_the_page_are_looked_at() {
    var all = Bits.EMPTY;
    var even = Bits.EMPTY;
    var few = Bits.EMPTY;
    for (int i = 0; i < MANY; i++) {
      all = all.with(i);
      even = i % 2 == 0 ? even.with(i) : even;
      few = i % 1_000 == 0 ? few.with(i) : few;
    }

    assertSearch(new Selection(all), MANY, 20);
    var half = new Selection(all);
    half.in(List.of(even));
    assertSearch(half, MANY / 2, 20);
    var selective = new Selection(all);
    selective.in(List.of(even));
    selective.in(List.of(few, Bits.EMPTY.with(7)));
    assertSearch(selective, MANY / 1_000, 20);
  }

  private void assertSearch(Selection selection, int total, int page) {
    lookedAt.set(0);
    var search = new Search(selection, counting(GrowthTest::item), page, true).run();

    assertThat(search.total()).isEqualTo(total);
    assertThat(search.found()).hasSize(page);
    assertThat(lookedAt).hasValue(page);
  }

  @Test
  void a_page_deep_in_a_long_timeline_is_found_by_halving() {
    var history = new History(0, MANY, counting(GrowthTest::entry), Issued.NONE);

    int position = history.positionOf(entry(70).id());
    assertThat(position).isEqualTo(70);
    assertThat(lookedAt.get()).isLessThan(20);

    lookedAt.set(0);
    assertThat(history.before(position, 20)).hasSize(20);
    assertThat(lookedAt).hasValue(20);
  }

  @Test
  void an_element_among_many_is_found_by_its_hash() {
    HashTrie<Counted, Mapped<Counted, Integer>> trie = HashTrie.empty();
    for (int i = 0; i < MANY; i++) {
      trie = trie.with(new Mapped<>(new Counted(i, lookedAt), i));
    }

    lookedAt.set(0);
    assertThat(trie.contains(new Counted(4_711, lookedAt))).isTrue();

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

  private static Item item(int number) {
    return Item.received(number, Conversation.withId(ConversationId.of("eit" + number)).build());
  }

  private static Entry entry(int position) {
    return new Entry(2L * position + 1, null, EntryType.MESSAGE, null, "", null);
  }
}
