package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.budget.FastTime;
import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.RequestBudget;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.IntegrationId;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.sandbox.ReceivedRequest;
import io.inboxport.testkit.sandbox.ReceivedRequests;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.testkit.sandbox.WireFault;
import java.lang.ref.WeakReference;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;

/**
 * Mixed calls of many threads against a sandbox that misbehaves in one of six. Every write has a
 * conversation of its own, so that each can be accounted for.
 *
 * <p>Runs in rounds of 500 calls, at least one, and prints what it did. {@code
 * -Dinboxport.soak=100000} sets how many calls in all, {@code -Dinboxport.seed=N} repeats a run.
 */
class SoakTest {
  // The sandbox remembers the last thousand requests.
  private static final int ROUND = 500;
  private static final int CALLS = Integer.getInteger("inboxport.soak", 4_000);
  private static final int ROUNDS = Math.max(1, CALLS / ROUND);
  private static final long SEED = Long.getLong("inboxport.seed", new Random().nextLong());
  private static final int THREADS = 8;
  // Pauses and an open breaker are over soon.
  private static final MonotonicTime TIME = new FastTime();
  private static final List<Operation> OPERATIONS = Operation.ofInbox();
  private static final IntegrationId INTEGRATION = IntegrationId.of("sfint00000000001");
  private static final UserId USER = UserId.of("00A000000000002");
  private static final TagName TAG = TagName.of("Soaked");

  private static final List<WireFault> ACCIDENTS =
      List.of(
          WireFault.of(WireFault.Kind.RESET),
          WireFault.of(WireFault.Kind.RESET_AFTER_EXECUTING),
          WireFault.of(WireFault.Kind.RESET_MID_ANSWER),
          WireFault.of(WireFault.Kind.EMPTY_REPLY),
          WireFault.of(WireFault.Kind.EMPTY_BODY),
          WireFault.of(WireFault.Kind.TRUNCATED_JSON),
          WireFault.of(WireFault.Kind.WRONG_TYPES),
          WireFault.of(WireFault.Kind.HTML),
          WireFault.of(WireFault.Kind.SURPLUS_ANSWER),
          WireFault.of(WireFault.Kind.SURPLUS_BYTES),
          WireFault.of(WireFault.Kind.STALE_408),
          WireFault.of(WireFault.Kind.STALE_408_KEPT_OPEN),
          WireFault.of(WireFault.Kind.CONTRADICTING_LENGTHS),
          WireFault.of(WireFault.Kind.CHUNKED_WITH_LENGTH),
          WireFault.resultFalse("No."),
          WireFault.stall(Duration.ofSeconds(5)),
          WireFault.status(302),
          WireFault.status(307),
          WireFault.status(408),
          WireFault.status(408).executing(true),
          WireFault.status(421),
          WireFault.status(500).executing(true),
          WireFault.status(502),
          WireFault.status(503),
          WireFault.status(503).retryAfter("0"),
          WireFault.status(504).executing(true));

  /** Fate of a write, as its caller was told. */
  private enum Told {
    DONE,
    NOTHING_HAPPENED,
    UNKNOWN
  }

  private record Write(Operation operation, ConversationId conversation, Told told) {}

  @Test
  void every_write_is_accounted_for_and_nothing_is_left_behind() throws Exception {
    var pool = new ConnectionPool();
    var client = new OkHttpClient.Builder().connectionPool(pool).build();
    var executor = Executors.newFixedThreadPool(THREADS);
    var endings = new TreeMap<String, Integer>();
    System.out.println("-Dinboxport.soak=" + CALLS + " -Dinboxport.seed=" + SEED);
    try (var sandbox = Sandbox.start();
        var gateway = gateway(sandbox, client)) {
      sandbox.twin().addIntegration(INTEGRATION);
      sandbox.snapshot("start");
      long heap = 0;
      int threads = 0;
      for (int round = 0; round < ROUNDS; round++) {
        List<Callable<List<Write>>> workers = new ArrayList<>();
        for (int worker = 0; worker < THREADS; worker++) {
          long seed = SEED + (long) round * THREADS + worker;
          workers.add(() -> calls(sandbox, gateway, new Random(seed)));
        }
        account(executor.invokeAll(workers), sandbox, endings);
        sandbox.faults().clear();
        sandbox.received().clear();
        sandbox.restore("start");
        assertThat(pool.connectionCount()).isLessThanOrEqualTo(THREADS);
        if (round == 0) {
          heap = usedHeap();
          threads = Thread.activeCount();
        }
      }
      endings.forEach((ending, count) -> System.out.println(count + " x " + ending));
      assertThat(endings.keySet())
          .as("endings")
          .contains("DONE, executed 1", "UNKNOWN, executed 0", "UNKNOWN, executed 1");
      assertThat(usedHeap() - heap).as("growth of the heap").isLessThan(8_000_000);
      assertThat(Thread.activeCount()).isLessThanOrEqualTo(threads + THREADS);
    } finally {
      executor.shutdownNow();
    }
  }

  private static HttpInboxGateway gateway(Sandbox sandbox, OkHttpClient client) {
    return HttpInboxGateway.builder()
        .credentials(Credentials.of("001000000000001", "key-42"))
        .baseUrl(sandbox.url())
        .client(client)
        .budget(RequestBudget.unlimited())
        .accounts(new AccountRegistry(TIME, Clock.systemUTC()))
        .readTimeout(Duration.ofSeconds(1))
        .deadline(Duration.ofHours(1))
        .build();
  }

  private static List<Write> calls(Sandbox sandbox, InboxGateway inbox, Random random)
      throws InterruptedException {
    var writes = new ArrayList<Write>();
    for (int i = 0; i < ROUND / THREADS; i++) {
      var operation = OPERATIONS.get(random.nextInt(OPERATIONS.size()));
      if (random.nextInt(6) == 0) {
        sandbox.faults().inject(operation, ACCIDENTS.get(random.nextInt(ACCIDENTS.size())));
      }
      var id = sandbox.twin().receive(InboundItem.directMessage().on(Network.LINKEDIN));
      var told = call(inbox, operation, id);
      if (operation.isWrite()) {
        writes.add(new Write(operation, id, told));
      }
    }
    return writes;
  }

  private static Told call(InboxGateway inbox, Operation operation, ConversationId id)
      throws InterruptedException {
    try {
      make(inbox, operation, id);
      return Told.DONE;
    } catch (OutcomeUnknown unknown) {
      return Told.UNKNOWN;
    } catch (Unavailable unavailable) {
      if (unavailable.retryAt().isPresent()) {
        TIME.park(Duration.ofSeconds(10).toNanos());
      }
      return Told.NOTHING_HAPPENED;
    } catch (InboxException failure) {
      return Told.NOTHING_HAPPENED;
    }
  }

  private static void make(InboxGateway inbox, Operation operation, ConversationId id) {
    switch (operation) {
      case LIST -> inbox.list(ConversationQuery.open().atMost(10));
      case GET -> inbox.get(id);
      case TIMELINE -> inbox.timeline(id, null);
      case ME -> inbox.me();
      case SET_STATUS -> inbox.setStatus(id, Status.CLOSED);
      case ASSIGN -> inbox.assign(id, USER, "a note");
      case ADD_NOTE -> inbox.addNote(id, "a note");
      case REPLACE_TAGS -> inbox.replaceTags(id, List.of(TAG));
      case REPLY -> inbox.reply(id, ReplyDraft.of("a reply"));
      case CREATE_CASE -> inbox.createCase(id, SalesforceCase.through(INTEGRATION));
      default -> throw new IllegalArgumentException(operation.name());
    }
  }

  private static void account(
      List<Future<List<Write>>> rounds, Sandbox sandbox, Map<String, Integer> endings)
      throws Exception {
    var received = sandbox.received().requests();
    assertThat(received).hasSizeLessThan(ReceivedRequests.REMEMBERED);
    for (var round : rounds) {
      for (var write : round.get()) {
        int executed = executed(write, received);
        endings.merge(write.told + ", executed " + executed, 1, Integer::sum);
        switch (write.told) {
          case DONE -> assertThat(executed).as(write.toString()).isEqualTo(1);
          case NOTHING_HAPPENED -> assertThat(executed).as(write.toString()).isZero();
          case UNKNOWN -> assertThat(executed).as(write.toString()).isLessThanOrEqualTo(1);
        }
      }
    }
  }

  /**
   * Returns how often the sandbox executed a write; repeating it may leave no trace in the twin.
   */
  private static int executed(Write write, List<ReceivedRequest> received) {
    return (int)
        received.stream()
            .filter(ReceivedRequest::executed)
            .filter(request -> request.operation().equals(Optional.of(write.operation)))
            .filter(request -> request.path().contains("/" + write.conversation))
            .count();
  }

  private static long usedHeap() {
    var gone = new WeakReference<>(new Object());
    while (gone.get() != null) {
      System.gc();
    }
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }
}
