package io.inboxport.testkit.contract;

import io.inboxport.port.InboxGateway;
import java.util.function.UnaryOperator;

/**
 * A gateway with one fault, for the contract to catch.
 *
 * @param flaw what is wrong with it
 * @param caughtBy the id of the scenario that must fail
 * @param breaking makes it from a sound gateway
 */
record BrokenGateway(String flaw, String caughtBy, UnaryOperator<InboxGateway> breaking) {
  @Override
  public String toString() {
    return "a gateway that " + flaw + " is caught by " + caughtBy;
  }
}
