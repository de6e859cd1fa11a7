package io.inboxport.http;

/** Runner of calls: the one place between a call of the port and the attempts it takes. */
interface CallRunner {
  /** Makes a call: returns its value, or throws one of the kinds of InboxException. */
  <T> T make(ApiExchange<T> exchange);
}
