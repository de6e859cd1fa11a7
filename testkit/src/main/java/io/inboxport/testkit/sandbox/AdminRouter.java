package io.inboxport.testkit.sandbox;

import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpRequest;
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
  }

  HttpAnswer answer(HttpRequest request) {
    var path = request.path().substring(ROOT.length());
    var here = actions.of(path);
    if (here.isEmpty()) {
      return error(404, "There is no /-/" + path + ": accepted are " + paths());
    }
    var action = here.get(request.method());
    if (action == null) {
      var allowed = String.join(", ", new TreeSet<>(here.keySet()));
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

  private String paths() {
    return String.join(", ", actions.paths().stream().map(path -> ROOT + path).toList());
  }

  private static HttpAnswer error(int status, String message) {
    return SandboxJson.answer(status, SandboxJson.object().put("error", message));
  }
}
