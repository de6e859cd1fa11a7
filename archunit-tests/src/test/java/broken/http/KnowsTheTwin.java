package broken.http;

import broken.inmemory.Twin;

final class KnowsTheTwin {
  Twin twin;
}
