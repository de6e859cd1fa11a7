package io.inboxport.inmemory;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** A list against looking at every conversation. */
class ListPropertiesTest {
  private static final List<TagName> TAGS =
      List.of(TagName.of("VIP"), TagName.of("Billing"), TagName.of("Support"));
  private static final List<UserId> USERS =
      List.of(UserId.of("00A000000000001"), UserId.of("00A000000000002"));

  private final InMemoryInboxGateway twin = InMemoryInboxGateway.create();
  private final List<ConversationId> ids = new ArrayList<>();

  @Property(tries = 15)
  void a_list_finds_what_looking_at_every_conversation_finds(
      @ForAll long seed, @ForAll @IntRange(max = 1_500) int size) {
    var random = new Random(seed);
    for (int i = 0; i < size; i++) {
      ids.add(twin.receive(anyItem(random)));
    }
    for (int i = 0; i < size / 5; i++) {
      change(random, any(ids, random));
    }

    var everything = new ArrayList<>(ids.stream().map(twin::get).toList());
    Collections.reverse(everything);
    for (int i = 0; i < 10; i++) {
      var query = anyQuery(random);
      var expected = everything.stream().filter(matches(query)).toList();

      var page = twin.list(query.atMost(15));

      assertThat(page.total()).isEqualTo(expected.size());
      assertThat(page.items())
          .extracting(Conversation::id)
          .isEqualTo(expected.stream().map(Conversation::id).limit(15).toList());
    }
  }

  private static InboundItem anyItem(Random random) {
    var item =
        InboundItem.of(any(ItemType.values(), random))
            .on(any(Network.values(), random))
            .withStatus(any(Status.values(), random))
            .tagged(some(TAGS, random).toArray(new TagName[0]));
    return random.nextBoolean() ? item : item.assignedTo(any(USERS, random));
  }

  private void change(Random random, ConversationId id) {
    switch (random.nextInt(4)) {
      case 0 -> twin.setStatus(id, any(Status.values(), random));
      case 1 -> twin.assign(id, any(USERS, random), null);
      case 2 -> twin.replaceTags(id, some(TAGS, random));
      default -> twin.customerSays(id, "Hello");
    }
  }

  private static ConversationQuery anyQuery(Random random) {
    return ConversationQuery.all()
        .ofType(some(ItemType.values(), random).toArray(new ItemType[0]))
        .on(some(Network.values(), random).toArray(new Network[0]))
        .withStatus(some(Status.values(), random).toArray(new Status[0]))
        .assignedTo(some(USERS, random).toArray(new UserId[0]))
        .tagged(some(TAGS, random).toArray(new TagName[0]));
  }

  private static Predicate<Conversation> matches(ConversationQuery query) {
    return c ->
        admits(query.types(), List.of(c.itemType()))
            && admits(query.networks(), List.of(c.network()))
            && admits(query.statuses(), List.of(c.status()))
            && admits(query.assignees(), c.assignee().stream().toList())
            && admits(
                query.tags(),
                c.tags().orElseThrow().stream().map(Tag::name).map(TagName::of).toList());
  }

  private static <T> boolean admits(List<T> wanted, List<T> present) {
    return wanted.isEmpty() || !Collections.disjoint(wanted, present);
  }

  private static <T> T any(List<T> values, Random random) {
    return values.get(random.nextInt(values.size()));
  }

  private static <T> List<T> some(List<T> values, Random random) {
    return values.stream().filter(value -> random.nextInt(3) == 0).toList();
  }
}
