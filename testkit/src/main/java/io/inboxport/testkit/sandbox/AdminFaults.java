package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.call.Operation;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.FaultPlan;
import java.util.Objects;

/** Admin: planning faults, and the account of those that fired. */
final class AdminFaults {
  /** Fault of the twin that no fault of the wire can play. */
  private enum TwinFault {
    EXECUTED_LATER,
    ANOTHER_CONVERSATION,
    ANOTHER_USER,
    UNKNOWN_TOTAL
  }

  private AdminFaults() {}

  static void actions(SandboxState state, AdminActions admin) {
    ofTheWire(state.api().faults(), admin);
    ofTheTwin(state.twin().faults(), admin);
  }

  private static void ofTheTwin(FaultPlan faults, AdminActions admin) {
    admin.on("POST", "twin-faults", input -> inject(faults, input));
    admin.on(
        "GET",
        "twin-faults",
        input -> {
          input.end();
          return account(faults);
        });
    admin.on(
        "DELETE",
        "twin-faults",
        input -> {
          input.end();
          faults.clear();
          return account(faults);
        });
  }

  private static ObjectNode inject(FaultPlan faults, AdminInput input) throws RequestRefusal {
    var operation = input.requiredOneOf("operation", Operation.class);
    var kind = input.requiredOneOf("fault", TwinFault.class);
    var times = input.number("times");
    var time = input.duration("time");
    input.end();
    if (kind == TwinFault.EXECUTED_LATER && time == null) {
      throw new RequestRefusal(400, "The key \"time\" is missing.");
    }
    var fault =
        switch (kind) {
          case EXECUTED_LATER -> Fault.executedLater(Objects.requireNonNull(time));
          case ANOTHER_CONVERSATION -> Fault.anotherConversation();
          case ANOTHER_USER -> Fault.anotherUser();
          case UNKNOWN_TOTAL -> Fault.unknownTotal();
        };
    faults.inject(operation, fault, times == null ? 1 : times);
    return account(faults);
  }

  private static ObjectNode account(FaultPlan faults) {
    var json =
        SandboxJson.object()
            .put("pending", faults.pending())
            .put("firedCount", faults.firedCount());
    var fired = json.putArray("fired");
    for (var one : faults.fired()) {
      fired
          .addObject()
          .put("operation", AdminInput.name(one.operation()))
          .put("at", one.at().toString())
          .put("executed", one.executed());
    }
    return json;
  }

  private static void ofTheWire(WireFaultPlan faults, AdminActions admin) {
    admin.on("POST", "faults", input -> inject(faults, input));
    admin.on(
        "GET",
        "faults",
        input -> {
          input.end();
          return account(faults);
        });
    admin.on(
        "DELETE",
        "faults",
        input -> {
          input.end();
          faults.clear();
          return account(faults);
        });
  }

  private static ObjectNode inject(WireFaultPlan faults, AdminInput input) throws RequestRefusal {
    var operation = input.requiredOneOf("operation", Operation.class);
    var kind = input.requiredOneOf("fault", WireFault.Kind.class);
    var times = input.number("times");
    var status = input.number("status");
    var time = input.duration("time");
    var body = input.text("body");
    var retryAfter = input.text("retryAfter");
    var executing = input.flag("executing");
    input.end();
    if (kind == WireFault.Kind.STATUS && status == null) {
      throw new RequestRefusal(400, "The key \"status\" is missing.");
    }
    var fault = status == null ? WireFault.of(kind) : WireFault.status(status);
    fault = body == null ? fault : fault.saying(body);
    fault = time == null ? fault : fault.lasting(time);
    fault = retryAfter == null ? fault : fault.retryAfter(retryAfter);
    fault = executing == null ? fault : fault.executing(executing);
    faults.inject(operation, fault, times == null ? 1 : times);
    return account(faults);
  }

  private static ObjectNode account(WireFaultPlan faults) {
    var json =
        SandboxJson.object()
            .put("pending", faults.pending())
            .put("firedCount", faults.firedCount());
    var fired = json.putArray("fired");
    for (var one : faults.fired()) {
      fired
          .addObject()
          .put("operation", AdminInput.name(one.operation()))
          .put("fault", AdminInput.name(one.fault().kind()))
          .put("at", one.at().toString());
    }
    return json;
  }
}
