package io.inboxport.testkit.contract;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import java.time.Instant;

/** The twin keeps the contract. */
class InMemoryGatewayContractTest extends InboxGatewayContract {
  @Override
  protected ContractSubject freshSubject() {
    return honest();
  }

  static ContractSubject honest() {
    var clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
    var twin = InMemoryInboxGateway.builder().clock(clock).build();
    return new ContractSubject(twin, Backstage.of(twin, clock));
  }
}
