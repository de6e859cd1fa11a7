package broken.conversation;

import broken.tag.KnowsACycle;

public record ClosesTheCycle(KnowsACycle other) {}
