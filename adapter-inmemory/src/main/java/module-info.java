/** The inbox in memory: a twin of the server, for tests and demonstrations. */
// Guice 7 has no descriptor of its own, and is optional.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module io.inboxport.inmemory {
  requires transitive io.inboxport;
  requires static transitive org.jspecify;
  requires static transitive com.google.guice;

  exports io.inboxport.inmemory;
  exports io.inboxport.inmemory.guice;
}
