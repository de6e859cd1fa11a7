package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpRequest;
import java.util.List;
import java.util.TreeSet;

/** Router of the admin path: a test in any language drives the sandbox by it, as JSON. */
final class AdminRouter {
  static final String ROOT = "/-/";

  private final AdminActions actions = new AdminActions();

  AdminRouter(SandboxState state) {
    AdminWorld.actions(state, actions);
    AdminSettings.actions(state, actions);
    AdminFaults.actions(state, actions);
    AdminReceived.actions(state.api().received(), actions);
    actions.on("GET", "health", AdminRouter::health);
  }

  HttpAnswer answer(HttpRequest request) {
    var path = request.path().substring(ROOT.length());
    var here = actions.of(path);
    if (here.isEmpty()) {
      return error(404, "There is no /-/" + path + ": accepted are " + paths());
    }
    var action = here.get(request.method().equals("HEAD") ? "GET" : request.method());
    if (action == null) {
      var methods = new TreeSet<>(here.keySet());
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      var allowed = String.join(", ", methods);
      return error(405, "/-/" + path + " takes " + allowed).with("Allow", allowed);
    }
    try {
      return SandboxJson.answer(200, action.run(AdminInput.of(request)));
    } catch (RequestRefusal e) {
      return error(e.status(), e.words());
    } catch (IllegalArgumentException e) {
      return error(400, String.valueOf(e.getMessage()));
    }
  }

  /** Tells a supervisor that the sandbox answers. */
  private static ObjectNode health(AdminInput input) throws RequestRefusal {
    input.end();
    return SandboxJson.object().put("status", "up");
  }

  /**
   * Does what a file says: its keys are paths of POST, its values their inputs, one or a list.
   *
   * @throws IllegalArgumentException when an input is not as it should be; says which one
   */
  void seed(ObjectNode file) {
    for (var step : file.properties()) {
      var action = actions.of(step.getKey()).get("POST");
      if (action == null) {
        throw new IllegalArgumentException(
            "The seed has the key \"" + step.getKey() + "\": accepted are " + seeds());
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

  private String seeds() {
    return String.join(
        ", ",
        actions.paths().stream().filter(path -> actions.of(path).containsKey("POST")).toList());
  }

  private String paths() {
    return String.join(", ", actions.paths().stream().map(path -> ROOT + path).toList());
  }

  static HttpAnswer error(int status, String message) {
    return SandboxJson.answer(status, SandboxJson.object().put("error", message));
  }
}
