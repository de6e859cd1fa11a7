package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeSet;

/** The admin path: what a test in any language does to the sandbox, as JSON. */
final class AdminRouter {
  static final String ROOT = "/-/";

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

  AdminRouter(Sandbox sandbox) {
    AdminWorld.actions(sandbox, this);
    AdminSettings.actions(sandbox, this);
    AdminFaults.actions(sandbox.faults(), this);
    AdminReceived.actions(sandbox.received(), this);
  }

  void on(String method, String path, Action action) {
    actions.computeIfAbsent(path, p -> new LinkedHashMap<>()).put(method, action);
  }

  HttpAnswer answer(HttpRequest request) {
    var path = request.path().substring(ROOT.length());
    var here = actions.get(path);
    if (here == null) {
      return error(404, "There is no /-/" + path + ": accepted are " + paths());
    }
    var action = here.get(request.method());
    if (action == null) {
      var allowed = String.join(", ", new TreeSet<>(here.keySet()));
      return error(405, "/-/" + path + " takes " + allowed).with("Allow", allowed);
    }
    try {
      return HttpAnswer.json(200, SandboxJson.text(action.run(AdminInput.of(request))));
    } catch (RequestRefusal e) {
      return error(e.status(), e.words());
    } catch (IllegalArgumentException e) {
      return error(400, String.valueOf(e.getMessage()));
    }
  }

  private String paths() {
    return String.join(", ", actions.keySet().stream().map(path -> ROOT + path).toList());
  }

  private static HttpAnswer error(int status, String message) {
    return HttpAnswer.json(status, SandboxJson.text(SandboxJson.object().put("error", message)));
  }
}
