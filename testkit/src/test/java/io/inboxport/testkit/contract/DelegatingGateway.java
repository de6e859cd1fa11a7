package io.inboxport.testkit.contract;

import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;

/** Gateway that does what another one does; a subclass breaks one thing. */
class DelegatingGateway extends ForwardingInboxGateway {
  DelegatingGateway(InboxGateway sound) {
    super(sound);
  }
}
