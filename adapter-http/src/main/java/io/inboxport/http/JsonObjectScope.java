package io.inboxport.http;

import io.inboxport.conversation.UnreadablePart;
import java.io.IOException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One object of a document while it is read: its current field, and what is wrong with it. The next
 * object at the same depth takes it over: the items of a page are read with one of them.
 */
final class JsonObjectScope {
  private final @Nullable JsonObjectScope outer;
  private @Nullable JsonObjectScope inner;

  private boolean isEmptyList;
  private final Set<WireField> exact = EnumSet.noneOf(WireField.class);
  // Nearly always there is nothing wrong.
  private boolean isFaulty;
  private Map<WireField, String> broken = Map.of();
  private Map<WireField, String> unknown = Map.of();
  // Nearly always every field has its documented spelling, and once.
  private Map<WireField, Long> otherwise = Map.of();
  private Set<WireField> contradicted = Set.of();
  private boolean oftenSpelled;
  private String name = "";
  private WireField field = WireField.OTHER;

  private JsonObjectScope(@Nullable JsonObjectScope outer) {
    this.outer = outer;
  }

  /** The place around the outermost object. */
  static JsonObjectScope ofDocument() {
    return new JsonObjectScope(null);
  }

  /**
   * Begins an object within this one, and forgets the last one that was there.
   *
   * @param newIsEmptyList whether it is PHP's empty list: no field will come
   */
  JsonObjectScope begin(boolean newIsEmptyList) {
    if (inner == null) {
      inner = new JsonObjectScope(this);
    }
    inner.reset(newIsEmptyList);
    return inner;
  }

  private void reset(boolean newIsEmptyList) {
    isEmptyList = newIsEmptyList;
    exact.clear();
    isFaulty = false;
    broken = Map.of();
    unknown = Map.of();
    otherwise = Map.of();
    contradicted = Set.of();
    oftenSpelled = false;
    name = "";
    field = WireField.OTHER;
  }

  JsonObjectScope outer() {
    return outer == null ? this : outer;
  }

  boolean isEmptyList() {
    return isEmptyList;
  }

  /** Steps to the field of this name, whose documented spelling wins over all others. */
  void enter(String newName) {
    var newField = WireField.of(newName);
    if (newField.isSpelled(newName)) {
      enter(newField);
      return;
    }
    name = newName;
    field = exact.contains(newField) ? WireField.OTHER : newField;
    oftenSpelled = field != WireField.OTHER;
  }

  /** Steps to the field, which has its documented spelling. */
  void enter(WireField newField) {
    name = newField.toString();
    field = newField;
    oftenSpelled = !exact.add(newField);
    if (isFaulty) {
      broken = without(newField, broken);
      unknown = without(newField, unknown);
    }
  }

  /** Returns whether the object may hold the field once more, in a spelling that is as good. */
  boolean isOftenSpelled() {
    return oftenSpelled;
  }

  /**
   * Returns whether the value at this place contradicts an earlier one of its field. The documented
   * spelling twice always does: no program writes so that means it.
   */
  boolean isContradictedAt(long place, JsonDocument document) throws IOException {
    var earlier = otherwise.get(field);
    if (!exact.contains(field)) {
      if (earlier == null) {
        otherwise = with(field, place, otherwise);
        return false;
      }
      if (!contradicted.contains(field) && document.isSameAt(earlier, place)) {
        return false;
      }
    }
    contradicted = EnumSet.of(field, contradicted.toArray(WireField[]::new));
    return true;
  }

  WireField field() {
    return field;
  }

  /** Notes that the object cannot be used, as it is not known what its field means. */
  void breaks(String problem) {
    isFaulty = true;
    broken = with(field, name + " " + problem, broken);
  }

  /** Notes that a field is unknown, and the rest of the object can be used. */
  void leavesUnknown(String problem) {
    isFaulty = true;
    unknown = with(field, name + " " + problem, unknown);
  }

  private static <V> Map<WireField, V> with(WireField field, V value, Map<WireField, V> values) {
    var more = new EnumMap<WireField, V>(WireField.class);
    more.putAll(values);
    more.put(field, value);
    return more;
  }

  private static Map<WireField, String> without(WireField field, Map<WireField, String> problems) {
    if (!problems.containsKey(field)) {
      return problems;
    }
    var fewer = new EnumMap<>(problems);
    fewer.remove(field);
    return fewer;
  }

  /** Returns whether there may be something wrong with it. */
  boolean isFaulty() {
    return isFaulty;
  }

  /** Returns what makes it unusable, or null. */
  @Nullable String problem() {
    return broken.isEmpty() ? null : broken.values().iterator().next();
  }

  /** Returns the unknown fields, by their documented names. */
  List<UnreadablePart> unknown() {
    if (unknown.isEmpty()) {
      return List.of();
    }
    return unknown.entrySet().stream()
        .map(entry -> new UnreadablePart(entry.getKey().toString(), entry.getValue(), false))
        .toList();
  }
}
