/** The inbox in memory: a twin of the server, for tests and demonstrations. */
@SuppressWarnings("requires-automatic") // Guice 7 has no descriptor of its own, and is optional.
module io.inboxport.inmemory {
  requires transitive io.inboxport;
  requires static transitive org.jspecify;
  requires static com.google.guice;

  exports io.inboxport.inmemory;
  exports io.inboxport.inmemory.guice;
}
