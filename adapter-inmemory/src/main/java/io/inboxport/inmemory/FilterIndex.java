package io.inboxport.inmemory;

import io.inboxport.conversation.Conversation;
import java.util.ArrayList;
import java.util.List;

/**
 * Index of items by filter value: for each value, the numbers of the items that have it. Immutable.
 *
 * <p>The values are those of the domain: a status, a network, an item type, a user id, a tag id. No
 * two of different kinds are equal.
 */
final class FilterIndex {
  static final FilterIndex EMPTY = new FilterIndex(PersistentMap.empty());

  private static final Object EVERYTHING = "everything";

  private final PersistentMap<Object, KeyedValue<Object, NumberSet>> numbers;

  private FilterIndex(PersistentMap<Object, KeyedValue<Object, NumberSet>> numbers) {
    this.numbers = numbers;
  }

  NumberSet everything() {
    return of(EVERYTHING);
  }

  NumberSet of(Object value) {
    var found = numbers.get(value);
    return found == null ? NumberSet.EMPTY : found.value();
  }

  FilterIndex with(int number, Conversation added) {
    var next = numbers.with(new KeyedValue<>(EVERYTHING, everything().with(number)));
    for (var value : valuesOf(added)) {
      next = next.with(new KeyedValue<>(value, of(value).with(number)));
    }
    return new FilterIndex(next);
  }

  FilterIndex with(int number, Conversation before, Conversation after) {
    var old = valuesOf(before);
    var now = valuesOf(after);
    var next = numbers;
    for (var value : old) {
      if (!now.contains(value)) {
        next = next.with(new KeyedValue<>(value, of(value).without(number)));
      }
    }
    for (var value : now) {
      if (!old.contains(value)) {
        next = next.with(new KeyedValue<>(value, of(value).with(number)));
      }
    }
    return next == numbers ? this : new FilterIndex(next);
  }

  FilterIndex without(int number, Conversation removed) {
    var next = numbers.with(new KeyedValue<>(EVERYTHING, everything().without(number)));
    for (var value : valuesOf(removed)) {
      next = next.with(new KeyedValue<>(value, of(value).without(number)));
    }
    return new FilterIndex(next);
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
