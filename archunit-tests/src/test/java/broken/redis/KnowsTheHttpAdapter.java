package broken.redis;

import broken.http.HttpAdapter;

final class KnowsTheHttpAdapter {
  HttpAdapter adapter;
}
