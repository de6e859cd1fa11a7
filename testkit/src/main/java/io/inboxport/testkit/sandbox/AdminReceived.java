package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.call.Operation;

/** Admin: what came in through the API's door. */
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
    json.set("query", SandboxJson.MAPPER.valueToTree(request.query()));
    json.set("form", SandboxJson.MAPPER.valueToTree(request.form()));
    return json.put("executed", request.executed()).put("status", request.status());
  }
}
