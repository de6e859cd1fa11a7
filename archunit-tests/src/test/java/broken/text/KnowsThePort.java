package broken.text;

import broken.port.Port;

final class KnowsThePort {
  Port port;
}
