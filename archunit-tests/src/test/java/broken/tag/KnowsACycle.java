package broken.tag;

import broken.conversation.ClosesTheCycle;

public final class KnowsACycle {
  ClosesTheCycle other;
}
