/** Verified events of the inbox out of the raw bytes of a webhook. */
module io.inboxport.webhook {
  requires transitive io.inboxport;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.core;

  exports io.inboxport.webhook;
}
