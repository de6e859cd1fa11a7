package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Actions of the admin path, by path and method. Filled once, read-only from then on. */
final class AdminActions {
  private final Map<String, Map<String, Action>> actions = new LinkedHashMap<>();

  /** Action of one method on one path. */
  interface Action {
    /**
     * Does it, and says how things are now.
     *
     * @throws RequestRefusal when the input is not as it should be
     * @throws IllegalArgumentException when a value in it is not
     */
    ObjectNode run(AdminInput input) throws RequestRefusal;
  }

  void on(String method, String path, Action action) {
    actions.computeIfAbsent(path, p -> new LinkedHashMap<>()).put(method, action);
  }

  /** Returns the actions of this path by method; empty if there is no such path. */
  Map<String, Action> of(String path) {
    return actions.getOrDefault(path, Map.of());
  }

  /** Returns the paths, in the order they came. */
  Set<String> paths() {
    return actions.keySet();
  }
}
