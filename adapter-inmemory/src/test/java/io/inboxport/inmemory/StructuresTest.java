package io.inboxport.inmemory;

import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.lists;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.properties.PropertyCheck;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The structures the twin keeps its state in, against those of the JDK. */
class StructuresTest {
  /** A key whose hash collides in all bits with three of four others. */
  private record Key(int value) {
    @Override
    public int hashCode() {
      return value / 4 * 0x10001;
    }
  }

  @Test
  void a_trie_holds_what_a_map_holds() {
    PropertyCheck.ofCases(300)
        .forAll(lists(integers(0, 200), 0, 400), StructuresTest::checkTrieAgainstMap);
  }

  private static void checkTrieAgainstMap(List<Integer> keys) {
    Map<Key, KeyedValue<Key, Integer>> map = new HashMap<>();
    PersistentMap<Key, KeyedValue<Key, Integer>> persistent = PersistentMap.empty();
    for (int version = 0; version < keys.size(); version++) {
      var element = new KeyedValue<>(new Key(keys.get(version)), version);
      map.put(element.key(), element);
      persistent = persistent.with(element);
    }

    for (int value = 0; value <= 200; value++) {
      assertThat(persistent.get(new Key(value))).isSameAs(map.get(new Key(value)));
    }
  }

  @Test
  void a_trie_without_some_keys_holds_what_a_map_without_them_holds() {
    PropertyCheck.ofCases(300)
        .forAll(
            lists(integers(0, 200), 0, 400),
            lists(integers(0, 200), 0, 400),
            StructuresTest::checkTrieWithout);
  }

  private static void checkTrieWithout(List<Integer> added, List<Integer> removed) {
    var map = new HashMap<Key, KeyedValue<Key, Integer>>();
    PersistentMap<Key, KeyedValue<Key, Integer>> persistent = PersistentMap.empty();
    for (int value : added) {
      var element = new KeyedValue<>(new Key(value), value);
      map.put(element.key(), element);
      persistent = persistent.with(element);
    }
    var whole = persistent;
    for (int value : removed) {
      map.remove(new Key(value));
      persistent = persistent.without(new Key(value));
    }

    for (int value = 0; value <= 200; value++) {
      assertThat(persistent.get(new Key(value))).isSameAs(map.get(new Key(value)));
      assertThat(whole.contains(new Key(value))).isEqualTo(added.contains(value));
    }
    var again = new KeyedValue<>(new Key(7), 7);
    assertThat(persistent.with(again).get(new Key(7))).isSameAs(again);
  }

  @Test
  void a_trie_is_not_changed_by_what_is_put_later() {
    PropertyCheck.ofCases(50)
        .forAll(
            lists(integers(), 1, 100), lists(integers()), StructuresTest::checkTrieIsNotChanged);
  }

  private static void checkTrieIsNotChanged(List<Integer> before, List<Integer> after) {
    PersistentMap<Key, KeyedValue<Key, Integer>> persistent = PersistentMap.empty();
    for (int value : before) {
      persistent = persistent.with(new KeyedValue<>(new Key(value), 1));
    }
    var later = persistent;
    for (int value : after) {
      later = later.with(new KeyedValue<>(new Key(value), 2));
    }

    for (int value : before) {
      assertThat(valueIn(persistent, value)).isEqualTo(1);
    }
    for (int value : after) {
      assertThat(persistent.contains(new Key(value))).isEqualTo(before.contains(value));
      assertThat(valueIn(later, value)).isEqualTo(2);
    }
  }

  @Test
  void a_vector_holds_what_a_list_holds() {
    PropertyCheck.ofCases(50).forAll(integers(0, 3_000), StructuresTest::checkVectorAgainstList);
  }

  private static void checkVectorAgainstList(int size) {
    var list = new ArrayList<Integer>();
    PersistentVector<Integer> vector = PersistentVector.empty();
    for (int i = 0; i < size; i++) {
      list.add(i);
      vector = vector.append(i);
    }

    assertThat(vector.size()).isEqualTo(size);
    assertThat(vector.toList()).isEqualTo(list);
    assertThat(vector.get(size)).isNull();
    assertThat(vector.get(size + 100_000)).isNull();
  }

  @Test
  void a_vector_may_have_gaps_and_is_not_changed_later() {
    PropertyCheck.ofCases(100)
        .forAll(lists(integers(0, 200_000), 0, 30), StructuresTest::checkVectorWithGaps);
  }

  private static void checkVectorWithGaps(List<Integer> indexes) {
    var map = new TreeMap<Integer, Integer>();
    PersistentVector<Integer> vector = PersistentVector.empty();
    PersistentVector<Integer> earlier = PersistentVector.empty();
    for (int version = 0; version < indexes.size(); version++) {
      int index = indexes.get(version);
      earlier = vector;
      vector = vector.with(index, version);
      assertThat(earlier.get(index)).isEqualTo(map.put(index, version));
    }

    assertThat(vector.size()).isEqualTo(map.isEmpty() ? 0 : map.lastKey() + 1);
    assertThat(vector.toList()).containsExactlyElementsOf(map.values());
  }

  @Test
  void bits_hold_what_a_set_holds() {
    PropertyCheck.ofCases(200)
        .forAll(lists(integers(0, 5_000), 0, 200), StructuresTest::checkBitsAgainstSet);
  }

  private static void checkBitsAgainstSet(List<Integer> flips) {
    Set<Integer> set = new HashSet<>();
    var bits = NumberSet.EMPTY;
    for (int number : flips) {
      bits = set.add(number) ? bits.with(number) : bits;
    }
    for (int number : flips) {
      if (number % 3 == 0 && set.remove(number)) {
        bits = bits.without(number);
      }
    }

    assertThat(bits.count()).isEqualTo(set.size());
    assertThat(numbers(bits)).containsExactlyInAnyOrderElementsOf(set);
  }

  private static @Nullable Integer valueIn(
      PersistentMap<Key, KeyedValue<Key, Integer>> persistent, int key) {
    var found = persistent.get(new Key(key));
    return found == null ? null : found.value();
  }

  private static List<Integer> numbers(NumberSet bits) {
    var numbers = new ArrayList<Integer>();
    for (int block = 0; block < bits.blocks(); block++) {
      var words = bits.block(block);
      for (int bit = 0; words != null && bit < NumberSet.WORDS * Long.SIZE; bit++) {
        if ((words[bit / Long.SIZE] >>> bit & 1) == 1) {
          numbers.add(block * NumberSet.WORDS * Long.SIZE + bit);
        }
      }
    }
    return numbers;
  }
}
