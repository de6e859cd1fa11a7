package broken.reply;

import broken.outbox.SomeOutbox;

final class KnowsTheOutbox {
  SomeOutbox outbox;
}
