package io.inboxport.http;

/** How calls are made: the one place between a call of the port and the attempts it takes. */
interface Calls {
  /** Makes a call: returns its value, or throws one of the kinds of InboxException. */
  <T> T make(Exchange<T> exchange);
}
