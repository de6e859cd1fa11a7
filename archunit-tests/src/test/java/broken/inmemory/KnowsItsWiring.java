package broken.inmemory;

import broken.http.guice.Wiring;

final class KnowsItsWiring {
  Wiring wiring;
}
