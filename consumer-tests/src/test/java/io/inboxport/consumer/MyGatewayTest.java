package io.inboxport.consumer;

import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.testkit.contract.Backstage;
import io.inboxport.testkit.contract.ContractSubject;
import io.inboxport.testkit.contract.InboxGatewayContract;
import io.inboxport.testkit.fixtures.DemoInbox;

/** The contract test of an adapter of a user's own, as the documents show it. */
class MyGatewayTest extends InboxGatewayContract {
  @Override
  protected ContractSubject freshSubject() {
    var clock = SettableClock.at(DemoInbox.NOW);
    var twin = InMemoryInboxGateway.builder().clock(clock).build();
    return new ContractSubject(new MyGateway(twin), Backstage.of(twin, clock));
  }
}
