package io.inboxport.http;

import io.inboxport.conversation.UnreadablePart;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One object of a document while it is read: its current field, and what is wrong with it. */
final class JsonObjectScope {
  private final @Nullable JsonObjectScope outer;
  private final boolean isEmptyList;
  private final Set<WireField> exact = EnumSet.noneOf(WireField.class);
  private final Map<WireField, String> broken = new EnumMap<>(WireField.class);
  private final Map<WireField, String> unknown = new EnumMap<>(WireField.class);
  private String name = "";
  private WireField field = WireField.OTHER;

  /**
   * Begins an object.
   *
   * @param outer the object around it, or null for none
   * @param isEmptyList whether it is PHP's empty list: no field will come
   */
  JsonObjectScope(@Nullable JsonObjectScope outer, boolean isEmptyList) {
    this.outer = outer;
    this.isEmptyList = isEmptyList;
  }

  JsonObjectScope outer() {
    return outer == null ? this : outer;
  }

  boolean isEmptyList() {
    return isEmptyList;
  }

  /** Steps to the field of this name, whose documented spelling wins over all others. */
  void enter(String newName) {
    name = newName;
    field = WireField.of(newName);
    if (field.isSpelled(newName)) {
      exact.add(field);
      broken.remove(field);
      unknown.remove(field);
    } else if (exact.contains(field)) {
      field = WireField.OTHER;
    }
  }

  WireField field() {
    return field;
  }

  /** Notes that the object cannot be used, as it is not known what its field means. */
  void breaks(String problem) {
    broken.put(field, name + " " + problem);
  }

  /** Notes that a field is unknown, and the rest of the object can be used. */
  void leavesUnknown(String problem) {
    unknown.put(field, name + " " + problem);
  }

  /** Returns what makes it unusable, or null. */
  @Nullable String problem() {
    return broken.values().stream().findFirst().orElse(null);
  }

  /** Returns the unknown fields, by their documented names. */
  List<UnreadablePart> unknown() {
    return unknown.entrySet().stream()
        .map(entry -> new UnreadablePart(entry.getKey().toString(), entry.getValue(), false))
        .toList();
  }
}
