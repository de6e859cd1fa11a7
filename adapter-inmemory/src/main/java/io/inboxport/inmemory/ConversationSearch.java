package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Collects the first of the selected items, and counts the rest without looking at them. */
final class ConversationSearch {
  private final IndexQuery index;
  private final IntFunction<StoredConversation> items;
  private final Predicate<StoredConversation> condition;
  private final boolean conditional;
  private final int atMost;
  private final boolean newestFirst;
  private final List<Conversation> found = new ArrayList<>();
  private long total;

  /**
   * A search without a condition.
   *
   * @param items gets an item by its number
   */
  ConversationSearch(
      IndexQuery index, IntFunction<StoredConversation> items, int atMost, boolean newestFirst) {
    this(index, items, item -> true, false, atMost, newestFirst);
  }

  private ConversationSearch(
      IndexQuery index,
      IntFunction<StoredConversation> items,
      Predicate<StoredConversation> condition,
      boolean conditional,
      int atMost,
      boolean newestFirst) {
    this.index = index;
    this.items = items;
    this.condition = condition;
    this.conditional = conditional;
    this.atMost = atMost;
    this.newestFirst = newestFirst;
  }

  /** Returns the search with a condition on top, for which every item must be looked at. */
  ConversationSearch where(Predicate<StoredConversation> required) {
    return new ConversationSearch(index, items, required, true, atMost, newestFirst);
  }

  List<Conversation> found() {
    return found;
  }

  long total() {
    return total;
  }

  ConversationSearch run() {
    long known = conditional ? -1 : index.knownCount();
    int blocks = index.blocks();
    for (int i = 0; i < blocks && (known < 0 || found.size() < atMost); i++) {
      int block = newestFirst ? blocks - 1 - i : i;
      var words = index.block(block);
      if (words != null) {
        collect(block, words);
      }
    }
    if (known >= 0) {
      total = known;
    }
    return this;
  }

  private void collect(int block, long[] words) {
    for (int i = 0; i < words.length; i++) {
      int word = newestFirst ? words.length - 1 - i : i;
      if (found.size() == atMost && !conditional) {
        total += Long.bitCount(words[word]);
      } else {
        collect((block * NumberSet.WORDS + word) * Long.SIZE, words[word]);
      }
    }
  }

  private void collect(int first, long word) {
    long left = word;
    while (left != 0) {
      long bit = newestFirst ? Long.highestOneBit(left) : Long.lowestOneBit(left);
      left ^= bit;
      if (found.size() < atMost || conditional) {
        visit(items.apply(first + Long.numberOfTrailingZeros(bit)));
      } else {
        total++;
      }
    }
  }

  private void visit(StoredConversation item) {
    if (condition.test(item)) {
      total++;
      if (found.size() < atMost) {
        // A list does not tell tags.
        found.add(item.conversation().toBuilder().tags(null).build());
      }
    }
  }
}
