package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;

/** Admin: a file of inputs that a sandbox starts with. */
final class AdminSeed {
  private AdminSeed() {}

  /**
   * Does what a file says: its keys are paths of POST, its values their inputs, one or a list.
   *
   * @throws IllegalArgumentException when an input is not as it should be; says which one
   */
  static void sow(String json, AdminActions actions) {
    for (var step : SandboxJson.parsed(json).properties()) {
      var action = actions.of(step.getKey()).get("POST");
      if (action == null) {
        throw new IllegalArgumentException(
            "The seed has the key \"" + step.getKey() + "\": accepted are " + accepted(actions));
      }
      Iterable<JsonNode> inputs =
          step.getValue().isArray() ? step.getValue() : List.of(step.getValue());
      int number = 0;
      for (var input : inputs) {
        number++;
        try {
          action.run(AdminInput.of(input));
        } catch (RequestRefusal | IllegalArgumentException e) {
          throw new IllegalArgumentException(
              "The seed's \"" + step.getKey() + "\", number " + number + ": " + e.getMessage(), e);
        }
      }
    }
  }

  private static String accepted(AdminActions actions) {
    return actions.paths().stream()
        .filter(path -> actions.of(path).containsKey("POST"))
        .collect(Collectors.joining(", "));
  }
}
