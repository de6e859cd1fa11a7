package io.inboxport.inmemory;

import static io.inboxport.properties.Generators.choice;
import static io.inboxport.properties.Generators.frequency;
import static io.inboxport.properties.Generators.integers;
import static io.inboxport.properties.Generators.just;
import static io.inboxport.properties.Generators.lists;
import static io.inboxport.properties.Generators.weighted;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.properties.Generator;
import io.inboxport.properties.PropertyCheck;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A list against looking at every conversation. */
class ListPropertiesTest {
  private static final List<TagName> TAGS =
      List.of(TagName.of("VIP"), TagName.of("Billing"), TagName.of("Support"));
  private static final List<UserId> USERS =
      List.of(UserId.of("00A000000000001"), UserId.of("00A000000000002"));

  private static final Generator<Boolean> ONE_IN_THREE =
      frequency(weighted(2, just(false)), weighted(1, just(true)));

  private static final Generator<Arrival> ARRIVALS =
      draws ->
          new Arrival(
              choice(ItemType.values()).from(draws),
              choice(Network.values()).from(draws),
              choice(Status.values()).from(draws),
              some(TAGS).from(draws),
              choice(USERS).orNull(0.5).from(draws));

  private static final Generator<ConversationQuery> QUERIES =
      draws ->
          ConversationQuery.all()
              .ofType(some(ItemType.values()).from(draws).toArray(new ItemType[0]))
              .on(some(Network.values()).from(draws).toArray(new Network[0]))
              .withStatus(some(Status.values()).from(draws).toArray(new Status[0]))
              .assignedTo(some(USERS).from(draws).toArray(new UserId[0]))
              .tagged(some(TAGS).from(draws).toArray(new TagName[0]));

  /** An inbox that fills, with one change for every five items. */
  private static final Generator<History> HISTORIES =
      draws -> {
        var arrivals = lists(ARRIVALS, 0, 1_500).from(draws);
        int changes = arrivals.size() / 5;
        return new History(arrivals, lists(changes(arrivals.size()), changes, changes).from(draws));
      };

  private record History(List<Arrival> arrivals, List<Change> changes) {}

  private record Arrival(
      ItemType type,
      Network network,
      Status status,
      List<TagName> tags,
      @Nullable UserId assignee) {
    InboundItem item() {
      var item =
          InboundItem.of(type).on(network).withStatus(status).tagged(tags.toArray(new TagName[0]));
      return assignee == null ? item : item.assignedTo(assignee);
    }
  }

  /** One of four changes, to the item of this index. */
  private record Change(int item, int kind, Status status, UserId user, List<TagName> tags) {
    void happenTo(InMemoryInboxGateway twin, ConversationId id) {
      switch (kind) {
        case 0 -> twin.setStatus(id, status);
        case 1 -> twin.assign(id, user, null);
        case 2 -> twin.replaceTags(id, tags);
        default -> twin.customerSays(id, "Hello");
      }
    }
  }

  private static Generator<Change> changes(int items) {
    return draws ->
        new Change(
            integers(0, items - 1).from(draws),
            integers(0, 3).from(draws),
            choice(Status.values()).from(draws),
            choice(USERS).from(draws),
            some(TAGS).from(draws));
  }

  private static <T> Generator<List<T>> some(List<T> values) {
    return draws -> values.stream().filter(value -> ONE_IN_THREE.from(draws)).toList();
  }

  @Test
  void a_list_finds_what_looking_at_every_conversation_finds() {
    PropertyCheck.ofCases(25)
        .forAll(HISTORIES, lists(QUERIES, 10, 10), ListPropertiesTest::checkLists);
  }

  private static void checkLists(History history, List<ConversationQuery> queries) {
    var twin = InMemoryInboxGateway.create();
    var ids = new ArrayList<ConversationId>();
    history.arrivals().forEach(arrival -> ids.add(twin.receive(arrival.item())));
    history.changes().forEach(change -> change.happenTo(twin, ids.get(change.item())));

    var everything = new ArrayList<>(ids.stream().map(twin::get).toList());
    Collections.reverse(everything);
    for (var query : queries) {
      var expected = everything.stream().filter(matches(query)).toList();

      var page = twin.list(query.atMost(15));

      assertThat(page.total()).hasValue(expected.size());
      assertThat(page.items())
          .extracting(Conversation::id)
          .isEqualTo(expected.stream().map(Conversation::id).limit(15).toList());
    }
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
}
