package broken.budget;

import broken.conversation.Described;

final class KnowsTheDomain {
  Described described;
}
