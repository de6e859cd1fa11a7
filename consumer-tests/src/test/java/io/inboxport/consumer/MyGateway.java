package io.inboxport.consumer;

import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.port.InboxGateway;

/** Adapter of a user's own, which only passes calls on. */
final class MyGateway extends ForwardingInboxGateway {
  MyGateway(InboxGateway next) {
    super(next);
  }
}
