package broken.testkit;

import broken.http.HttpAdapter;

final class KnowsTheHttpAdapter {
  HttpAdapter adapter;
}
