/** The Oktopost Inbox as a domain library. */
module io.inboxport {
  requires static transitive org.jspecify;

  exports io.inboxport;
  exports io.inboxport.account;
  exports io.inboxport.call;
  exports io.inboxport.conversation;
  exports io.inboxport.directory;
  exports io.inboxport.event;
  exports io.inboxport.outbox;
  exports io.inboxport.port;
  exports io.inboxport.reply;
  exports io.inboxport.salesforce;
  exports io.inboxport.tag;
  exports io.inboxport.text;
  exports io.inboxport.timeline;
}
