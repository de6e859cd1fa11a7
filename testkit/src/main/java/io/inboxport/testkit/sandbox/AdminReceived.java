package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.port.Operation;

/** Admin: what came in through the API's door. */
final class AdminReceived {
  private AdminReceived() {}

  static void actions(Received received, Admin admin) {
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

  private static ObjectNode account(Received received) {
    var json = Json.object().put("total", received.total()).put("executed", received.executed());
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
        Json.object()
            .put("at", request.at().toString())
            .put("method", request.method())
            .put("path", request.path());
    request.operation().ifPresent(operation -> json.put("operation", AdminInput.name(operation)));
    json.set("query", Json.MAPPER.valueToTree(request.query()));
    json.set("form", Json.MAPPER.valueToTree(request.form()));
    return json.put("executed", request.executed()).put("status", request.status());
  }
}
