package io.inboxport.testkit.sandbox;

import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Route of a path of the API: what can be done there, by method.
 *
 * @param id the conversation the path names, or an id beside conversations; null if it names none
 */
record ApiRoute(Map<String, Operation> operations, @Nullable ConversationId id) {
  private static final String ROOT = "/v2/";

  /** Returns where the path leads, or null if it leads nowhere. */
  static @Nullable ApiRoute of(String rawPath) throws RequestRefusal {
    if (!rawPath.startsWith(ROOT)) {
      return null;
    }
    // Split before decoding: an escaped slash is part of an id.
    var steps = rawPath.substring(ROOT.length()).split("/", -1);
    if (steps.length > 3) {
      return null;
    }
    var place = new StringBuilder("/").append(steps[0]);
    if (steps.length > 1) {
      place.append("/{id}");
    }
    if (steps.length > 2) {
      place.append('/').append(steps[2]);
    }
    var operations = OperationTable.at(place.toString());
    if (operations == null || steps.length == 1) {
      return operations == null ? null : new ApiRoute(operations, null);
    }
    var id = id(steps[1]);
    return id == null ? null : new ApiRoute(operations, id);
  }

  private static @Nullable ConversationId id(String step) throws RequestRefusal {
    try {
      return ConversationId.of(DecodedForm.unescape(step, false));
    } catch (IllegalArgumentException e) {
      return null; // Nothing, or a step of a path: no id, so no such place.
    }
  }

  /** Returns what a method does here, or null if it does nothing; HEAD does what GET does. */
  @Nullable Operation operation(String method) {
    return operations.get(method.equals("HEAD") ? "GET" : method);
  }

  /** The methods in the form of the header Allow. */
  String allowed() {
    var methods = new TreeSet<>(operations.keySet());
    if (methods.contains("GET")) {
      methods.add("HEAD");
    }
    return String.join(", ", methods);
  }
}
