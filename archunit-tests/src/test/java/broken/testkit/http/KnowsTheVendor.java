package broken.testkit.http;

import broken.conversation.Described;

final class KnowsTheVendor {
  Described conversation;
}
