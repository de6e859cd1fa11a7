package io.inboxport.testkit.contract;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import java.time.Instant;

/** The twin keeps the contract of the second port. */
class InMemoryAccountContractTest extends AccountGatewayContract {
  @Override
  protected AccountSubject freshSubject() {
    return honest();
  }

  static AccountSubject honest() {
    var clock = SettableClock.at(Instant.parse("2025-03-14T09:00:00Z"));
    var twin = InMemoryInboxGateway.builder().clock(clock).build();
    return new AccountSubject(twin.account(), AccountBackstage.of(twin, clock));
  }
}
