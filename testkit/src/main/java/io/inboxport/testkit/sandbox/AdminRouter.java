package io.inboxport.testkit.sandbox;

import io.inboxport.testkit.http.HttpAnswer;
import io.inboxport.testkit.http.HttpRequest;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Router of the admin path: a test in any language drives the sandbox by it, as JSON. */
final class AdminRouter {
  static final String ROOT = "/-/";

  /** The path of the API's description, which is no JSON and takes no input. */
  private static final String DOCUMENT = "openapi.yaml";

  private final SandboxState state;
  private @Nullable AdminActions made;

  private AdminRouter(SandboxState state) {
    this.state = state;
  }

  /**
   * Returns the router of a state, to which it adds what a seed says, if there is one.
   *
   * @throws IllegalArgumentException when that cannot be done; says where and why
   */
  static AdminRouter of(SandboxState state, @Nullable String seed) {
    var router = new AdminRouter(state);
    if (seed != null) {
      AdminSeed.sow(seed, router.actions());
      state.startHere();
    }
    return router;
  }

  /** Made when the first is wanted: a start needs none of its two dozen lambdas. */
  private synchronized AdminActions actions() {
    var actions = made;
    if (actions == null) {
      actions = new AdminActions();
      AdminWorld.actions(state, actions);
      AdminSettings.actions(state, actions);
      AdminFaults.actions(state, actions);
      AdminReceived.actions(state.api().received(), actions);
      AdminReceived.health(actions);
      AdminWebhooks.actions(state, actions);
      made = actions;
    }
    return actions;
  }

  HttpAnswer answer(HttpRequest request) {
    var actions = actions();
    var path = request.path().substring(ROOT.length());
    if (path.equals(DOCUMENT) && (request.method().equals("GET") || isHead(request))) {
      return HttpAnswer.of(200, OpenApiDocument.yaml()).with("Content-Type", "application/yaml");
    }
    var here = actions.of(path);
    if (here.isEmpty()) {
      return error(404, "There is no /-/" + path + ": accepted are " + paths());
    }
    var action = here.get(isHead(request) ? "GET" : request.method());
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

  private static boolean isHead(HttpRequest request) {
    return request.method().equals("HEAD");
  }

  private String paths() {
    return String.join(", ", actions().paths().stream().map(path -> ROOT + path).toList());
  }

  static HttpAnswer error(int status, String message) {
    return SandboxJson.answer(status, SandboxJson.object().put("error", message));
  }
}
