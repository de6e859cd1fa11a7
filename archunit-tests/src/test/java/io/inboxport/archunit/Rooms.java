package io.inboxport.archunit;

import java.util.stream.Stream;

/**
 * The packages of a house, by what they are for; the root tells the real house from a broken one.
 */
record Rooms(String root) {
  static final Rooms OF_THE_HOUSE = new Rooms("io.inboxport");

  /** Values and rules. */
  String[] domain() {
    return of(
        "account",
        "call",
        "conversation",
        "directory",
        "reply",
        "salesforce",
        "tag",
        "text",
        "timeline");
  }

  String[] port() {
    return of("port");
  }

  /** The request budget. */
  String[] budget() {
    return of("budget");
  }

  /** The facade, in the root package itself. */
  String[] facade() {
    return new String[] {root};
  }

  /** The fate of writes outside the process: its rules, and the port to its stores. */
  String[] outbox() {
    return of("outbox");
  }

  /** The changes of the inbox as a platform hears of them: their rules, and the ports to stores. */
  String[] events() {
    return of("event");
  }

  String[] core() {
    return Stream.of(domain(), port(), facade(), outbox(), events())
        .flatMap(Stream::of)
        .toArray(String[]::new);
  }

  /** The wiring of adapters: beside the adapter, in a package of its own. */
  String[] wiring() {
    return of("http.guice", "inmemory.guice", "jdbc.guice");
  }

  /** Programs: nothing depends on them. */
  String[] programs() {
    return of("app", "examples");
  }

  /** These packages of the root, with what is below them. */
  String[] of(String... names) {
    return Stream.of(names).map(name -> root + "." + name + "..").toArray(String[]::new);
  }
}
