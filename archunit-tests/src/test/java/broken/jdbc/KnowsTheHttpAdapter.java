package broken.jdbc;

import broken.http.HttpAdapter;

final class KnowsTheHttpAdapter {
  HttpAdapter adapter;
}
