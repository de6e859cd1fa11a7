package broken.webhook;

import broken.http.HttpAdapter;

final class KnowsTheHttpAdapter {
  HttpAdapter adapter;
}
