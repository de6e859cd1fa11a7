package io.inboxport.benchmarks;

import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.tag.TagName;

/** Large inboxes, the same every time. */
final class Populations {
  /** One conversation in a hundred thousand has it. */
  static final TagName RARE = TagName.of("Rare");

  private static final TagName[] COMMON = {
    TagName.of("Support"), TagName.of("Billing"), TagName.of("Praise")
  };

  private Populations() {}

  /** The item with this number, from one on. */
  static InboundItem item(int number) {
    var networks = Network.values();
    var types = ItemType.values();
    var item =
        InboundItem.of(types.get(number % types.size()))
            .withId(id(number))
            .on(networks.get(number % networks.size()))
            .saying("Where is my order " + number + "?")
            .receivedBy("Acme Inc");
    var tagged = item.tagged(COMMON[number % COMMON.length]);
    return number % 100_000 == 0 ? tagged.tagged(COMMON[0], RARE) : tagged;
  }

  static ConversationId id(int number) {
    return ConversationId.of("eit%012d".formatted(number));
  }

  static InMemoryInboxGateway twinOf(int size) {
    var twin = InMemoryInboxGateway.create();
    for (int number = 1; number <= size; number++) {
      twin.receive(item(number));
    }
    return twin;
  }
}
