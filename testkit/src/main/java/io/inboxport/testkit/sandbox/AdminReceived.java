package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.call.Operation;

/** Admin: what came in through the API's door, and that the sandbox answers at all. */
final class AdminReceived {
  private AdminReceived() {}

  static void actions(ReceivedRequests received, AdminActions admin) {
    admin.on(
        "GET",
        "received",
        input -> {
          input.end();
          return account(received);
        });
    admin.on(
        "DELETE",
        "received",
        input -> {
          input.end();
          received.clear();
          return account(received);
        });
  }

  /** Tells a supervisor that the sandbox answers. */
  static void health(AdminActions admin) {
    admin.on(
        "GET",
        "health",
        input -> {
          input.end();
          return SandboxJson.object().put("status", "up");
        });
  }

  private static ObjectNode account(ReceivedRequests received) {
    var json =
        SandboxJson.object().put("total", received.total()).put("executed", received.executed());
    var operations = json.putObject("operations");
    for (var operation : Operation.values()) {
      if (received.count(operation) > 0) {
        operations
            .putObject(AdminInput.name(operation))
            .put("received", received.count(operation))
            .put("executed", received.executed(operation));
      }
    }
    var requests = json.putArray("requests");
    received.requests().forEach(request -> requests.add(json(request)));
    return json;
  }

  private static ObjectNode json(ReceivedRequest request) {
    var json =
        SandboxJson.object()
            .put("at", request.at().toString())
            .put("method", request.method())
            .put("path", request.path());
    request.operation().ifPresent(operation -> json.put("operation", AdminInput.name(operation)));
    json.set("query", SandboxJson.mapper().valueToTree(request.query()));
    json.set("form", SandboxJson.mapper().valueToTree(request.form()));
    return json.put("executed", request.executed()).put("status", request.status());
  }
}
