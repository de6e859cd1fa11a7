package broken.http.guice;

import broken.http.HttpAdapter;

public final class Wiring {
  HttpAdapter adapter;
}
