package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;

/**
 * For each value that can be filtered by, the numbers of the items that have it. Immutable.
 *
 * <p>The values are those of the domain: a status, a network, an item type, a user id, a tag id. No
 * two of different kinds are equal.
 */
final class Postings {
  static final Postings EMPTY = new Postings(HashTrie.empty());

  private static final Object EVERYTHING = "everything";

  private final HashTrie<Object, Mapped<Object, Bits>> postings;

  private Postings(HashTrie<Object, Mapped<Object, Bits>> postings) {
    this.postings = postings;
  }

  Bits everything() {
    return of(EVERYTHING);
  }

  Bits of(Object value) {
    var posting = postings.get(value);
    return posting == null ? Bits.EMPTY : posting.value();
  }

  Postings with(int number, Conversation added) {
    var next = postings.with(new Mapped<>(EVERYTHING, everything().with(number)));
    for (var value : valuesOf(added)) {
      next = next.with(new Mapped<>(value, of(value).with(number)));
    }
    return new Postings(next);
  }

  Postings with(int number, Conversation before, Conversation after) {
    var old = valuesOf(before);
    var now = valuesOf(after);
    var next = postings;
    for (var value : old) {
      if (!now.contains(value)) {
        next = next.with(new Mapped<>(value, of(value).without(number)));
      }
    }
    for (var value : now) {
      if (!old.contains(value)) {
        next = next.with(new Mapped<>(value, of(value).with(number)));
      }
    }
    return next == postings ? this : new Postings(next);
  }

  private static List<Object> valuesOf(Conversation conversation) {
    var values = new ArrayList<>();
    values.add(conversation.status());
    values.add(conversation.network());
    values.add(conversation.itemType());
    var assignee = conversation.assignee();
    if (assignee.isPresent()) {
      values.add(assignee.get());
    }
    for (var tag : conversation.tags().orElse(List.of())) {
      values.add(tag.id());
    }
    return values;
  }
}
