package io.inboxport.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.event.InboxChange;
import io.inboxport.event.InboxEventStore;
import io.inboxport.event.InboxEvents;
import io.inboxport.event.PollShare;
import io.inboxport.inmemory.DeliveryMishap;
import io.inboxport.inmemory.Fault;
import io.inboxport.inmemory.InMemoryInboxEventStore;
import io.inboxport.inmemory.InMemoryInboxGateway;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.inmemory.SentWebhook;
import io.inboxport.inmemory.SettableClock;
import io.inboxport.jdbc.JdbcInboxEvents;
import io.inboxport.port.ForwardingInboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.tag.TagName;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.h2.jdbcx.JdbcConnectionPool;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A week of an inbox on virtual time: webhooks are lost, doubled, late, out of order and forged,
 * the server fails, and the platform's process dies at any moment. In the end its copy is the
 * inbox.
 */
@Timeout(300)
class WeekTest {
  private static final String SECRET = "whsec-of-the-week";
  private static final Instant MONDAY = Instant.parse("2026-03-16T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);
  private static final PollShare SHARE = PollShare.ofDay(10);

  private final SettableClock clock = SettableClock.at(MONDAY);
  private final InMemoryInboxGateway twin = InMemoryInboxGateway.builder().clock(clock).build();
  private final WebhookReceiver receiver = WebhookReceiver.of(SECRET);
  private final List<ConversationId> there = new ArrayList<>();
  private final Map<ConversationId, Conversation> copy = new HashMap<>();
  private final Map<ConversationId, Long> numbers = new HashMap<>();
  private int forged;
  private int calls;
  private boolean dies;
  private boolean dead;

  /** Process that dies, as seen from inside: nothing after it happens. */
  private static final class ProcessDeath extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private final class CountingGateway extends ForwardingInboxGateway {
    CountingGateway() {
      super(twin);
    }

    @Override
    public Conversation get(ConversationId id) {
      calls++;
      return super.get(id);
    }

    @Override
    public ConversationPage list(ConversationQuery query) {
      calls++;
      return super.list(query);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = 1)
  void the_copy_in_memory_is_the_inbox(long seed) {
    week(new InMemoryInboxEventStore(), Duration.ofMinutes(1), new Random(seed));
  }

  @ParameterizedTest
  @ValueSource(longs = 3)
  void the_copy_over_a_database_is_the_inbox(long seed) throws Exception {
    var database = JdbcConnectionPool.create("jdbc:h2:mem:week", "", "");
    var stores = JdbcInboxEvents.over(database);
    stores.createTables();
    week(stores.account("acme"), Duration.ofMinutes(4), new Random(seed));
    database.dispose();
  }

  private void week(InboxEventStore store, Duration step, Random random) {
    twin.webhooks().register("whk1", SECRET, webhook -> comes(webhook, store));
    for (int i = 0; i < 30; i++) {
      receive(random);
    }
    var events = events(store);
    for (long i = WEEK.dividedBy(step); i > 0; i--) {
      clock.advance(step);
      mishaps(random);
      happens(random);
      dies = random.nextInt(200) == 0;
      try {
        events.work(20);
      } catch (ProcessDeath e) {
        // What it did not write down is lost with it, and its hold goes on.
        dead = false;
        events = events(store);
      }
      dies = false;
    }
    int callsOfTheWeek = calls;
    for (long i = WEEK.dividedBy(step); i > 0; i -= 3) {
      clock.advance(step);
      events.work(20);
    }

    assertThat(sorted(copy)).isEqualTo(inbox());
    assertThat(forged).isPositive();
    assertThat(callsOfTheWeek)
        .as("calls of a week, of which the poll may make 14,000")
        .isLessThan(20_000);
  }

  private InboxEvents events(InboxEventStore store) {
    return InboxEvents.over(new CountingGateway(), ofThisProcess(store), this::apply)
        .pollingWithin(SHARE)
        .build();
  }

  /** Returns the store as a process has it: once dead, it writes nothing down. */
  private InboxEventStore ofThisProcess(InboxEventStore store) {
    return (InboxEventStore)
        Proxy.newProxyInstance(
            WeekTest.class.getClassLoader(),
            new Class<?>[] {InboxEventStore.class},
            (proxy, method, arguments) -> {
              if (dead) {
                throw new ProcessDeath();
              }
              return method.invoke(store, arguments);
            });
  }

  /** The platform's endpoint. */
  private void comes(SentWebhook webhook, InboxEventStore store) {
    Map<String, String> headers = Map.of(SentWebhook.SIGNATURE_HEADER, webhook.signature());
    var result = receiver.receive(webhook.body(), headers::get);
    if (result instanceof WebhookResult.Accepted accepted) {
      assertThat(accepted.event().conversations()).containsExactly(webhook.conversation());
      events(store).heard(accepted.event().conversations());
    } else {
      forged++;
    }
  }

  /** The platform's own table. */
  private void apply(InboxChange change) {
    dead = dies;
    if (dead && change.number() % 2 == 0) {
      throw new ProcessDeath();
    }
    assertThat(numbers.merge(change.id(), change.number(), (was, is) -> is > was ? is : -1L))
        .as("the number of " + change)
        .isPositive();
    if (change instanceof InboxChange.Now now) {
      copy.put(now.id(), now.conversation());
    } else {
      copy.remove(change.id());
    }
    if (dead) {
      throw new ProcessDeath();
    }
  }

  private void mishaps(Random random) {
    if (random.nextInt(10) == 0) {
      var mishaps = DeliveryMishap.values();
      twin.webhooks().play(mishaps[random.nextInt(mishaps.length)], 1 + random.nextInt(4));
    }
    if (random.nextInt(100) == 0) {
      twin.webhooks().deliverHeldReversed();
    }
    if (random.nextInt(300) == 0) {
      twin.faults().inject(Operation.GET, Fault.unavailable());
      twin.faults().inject(Operation.LIST, Fault.rateLimited(Duration.ofMinutes(15)));
    }
  }

  private void happens(Random random) {
    var id = there.get(random.nextInt(there.size()));
    switch (random.nextInt(40)) {
      case 0 -> receive(random);
      case 1, 2, 3 -> twin.customerSays(id, "Where is my parcel?");
      case 4 -> twin.addNote(id, "Called back.");
      case 5 -> twin.assign(id, UserId.of("00A000000000002"), null);
      case 6 -> twin.replaceTags(id, List.of(TagName.of("VIP" + random.nextInt(9))));
      case 7 -> twin.setStatus(id, Status.CLOSED);
      case 8 -> replies(id);
      case 9 -> {
        if (there.size() > 20 && random.nextInt(4) == 0) {
          there.remove(id);
          twin.deleteConversation(id);
        }
      }
      default -> {}
    }
  }

  private void replies(ConversationId id) {
    twin.setStatus(id, Status.OPEN);
    twin.reply(id, ReplyDraft.of("It is on its way."));
  }

  private void receive(Random random) {
    if (there.size() < 120) {
      there.add(
          twin.receive(
              InboundItem.of(random.nextBoolean() ? ItemType.POST : ItemType.CONVERSATION)
                  .on(random.nextBoolean() ? Network.FACEBOOK : Network.LINKEDIN)
                  .saying("Hello")));
    }
  }

  private Map<String, Conversation> inbox() {
    var inbox = new TreeMap<String, Conversation>();
    there.forEach(id -> inbox.put(id.value(), twin.conversation(id)));
    return inbox;
  }

  private static Map<String, Conversation> sorted(Map<ConversationId, Conversation> copy) {
    var sorted = new TreeMap<String, Conversation>();
    copy.forEach((id, conversation) -> sorted.put(id.value(), conversation));
    return sorted;
  }
}
