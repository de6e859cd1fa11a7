package broken.port;

import broken.Inbox;

final class KnowsTheFacade {
  Inbox inbox;
}
