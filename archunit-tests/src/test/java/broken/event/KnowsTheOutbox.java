package broken.event;

import broken.outbox.SomeOutbox;

final class KnowsTheOutbox {
  SomeOutbox outbox;
}
