package io.inboxport.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.InboxWrite;
import io.inboxport.conversation.ConversationId;
import io.inboxport.inmemory.InboundItem;
import io.inboxport.jdbc.JdbcOutbox;
import io.inboxport.jdbc.JdbcOutboxStore;
import io.inboxport.outbox.Outbox;
import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxUnavailable;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.testkit.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/** Two processes that send what is planned, and are killed at random, against one sandbox. */
final class RunningOutboxes implements AutoCloseable {
  private static final int CONVERSATIONS = 8;
  private static final EnumSet<OutboxState> OPEN =
      EnumSet.of(
          OutboxState.PLANNED, OutboxState.SENDING, OutboxState.NOT_SENT, OutboxState.IN_DOUBT);

  private final Sandbox sandbox =
      Sandbox.builder().credentials(OutboxProcess.ACCOUNT, OutboxProcess.KEY).empty().start();
  private final List<ConversationId> conversations = new ArrayList<>();
  private final List<Process> processes = new ArrayList<>();
  private final JdbcOutboxStore store;
  private final String database;
  private final Random random;
  private int planned;
  private int kills;

  RunningOutboxes(String database, long seed) throws Exception {
    this.database = database;
    this.random = new Random(seed);
    var outboxes = JdbcOutbox.over(OutboxProcess.database(database));
    outboxes.createTables();
    this.store = outboxes.account(OutboxProcess.ACCOUNT);
    for (int i = 0; i < CONVERSATIONS; i++) {
      var id = sandbox.twin().receive(InboundItem.post());
      sandbox.twin().customerSays(id, "Where is my parcel?");
      conversations.add(id);
    }
    plan(100);
    processes.add(startProcess());
    processes.add(startProcess());
  }

  private Process startProcess() throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    return new ProcessBuilder(
            java,
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx96m",
            "-Dh2.bindAddress=127.0.0.1",
            "-cp",
            System.getProperty("java.class.path"),
            OutboxProcess.class.getName(),
            sandbox.url().toString(),
            database)
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  /** Plans answers, each with a text of its own, to one conversation after the other. */
  private void plan(int count) {
    for (int i = 0; i < count; i++) {
      int number = planned;
      var id = conversations.get(number % CONVERSATIONS);
      var key = OutboxKey.of("answer-" + number);
      var write = new InboxWrite.Reply(id, ReplyDraft.of(text(number)));
      var content = Outbox.contentToPlan(key, write);
      if (store.add(key, content, OutboxChange.planned())) {
        planned++;
      }
    }
  }

  private static String text(int number) {
    return "Answer %06d to your question.".formatted(number);
  }

  /** Kills so many processes, each at a random moment, and starts another one for each. */
  void kill(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      TimeUnit.MILLISECONDS.sleep(600 + random.nextInt(900));
      int victim = random.nextInt(processes.size());
      processes.get(victim).destroyForcibly().waitFor();
      kills++;
      processes.set(victim, startProcess());
      keepThemBusy();
    }
  }

  /** Freezes a process for longer than its lease and the settling time, and lets it go on. */
  void freezeOne() throws Exception {
    var frozen = processes.get(random.nextInt(processes.size()));
    signal(frozen, "-STOP");
    TimeUnit.NANOSECONDS.sleep(
        OutboxProcess.LEASE.plus(OutboxProcess.SETTLING).plusSeconds(3).toNanos());
    signal(frozen, "-CONT");
  }

  private static void signal(Process process, String signal) throws Exception {
    int exit = new ProcessBuilder("kill", signal, String.valueOf(process.pid())).start().waitFor();
    assertThat(exit).as("kill %s", signal).isZero();
  }

  private void keepThemBusy() {
    try {
      if (store.list(EnumSet.of(OutboxState.PLANNED), 100).size() < 100) {
        plan(100);
      }
    } catch (OutboxUnavailable away) {
      // The database was in the process that was killed. What was planned meanwhile is not counted,
      // unless it is there: the next round plans it again.
    }
  }

  /** Waits until the fate of every answer is final. */
  void finish() throws Exception {
    long end =
        System.nanoTime() + TimeUnit.SECONDS.toNanos(Integer.getInteger("inboxport.patience", 90));
    while (!isFinished()) {
      assertThat(end - System.nanoTime()).as("still open: %s", open()).isPositive();
      TimeUnit.MILLISECONDS.sleep(200);
    }
  }

  private Object open() {
    try {
      return store.list(OPEN, 3);
    } catch (OutboxUnavailable away) {
      return away;
    }
  }

  private boolean isFinished() {
    try {
      return store.list(OPEN, 1).isEmpty();
    } catch (OutboxUnavailable away) {
      // The processes are still about to agree on who is the database.
      return false;
    }
  }

  /** Checks the history: each answer went out once, in order, and the outbox says so. */
  void check(String name, long seed) {
    var done = store.list(EnumSet.of(OutboxState.DONE), 1_000_000);
    int executed = 0;
    for (var id : conversations) {
      var texts = sandbox.twin().replies(id).stream().map(ReplyDraft::message).toList();
      executed += texts.size();
      assertThat(texts).as("once, and in order").doesNotHaveDuplicates().isSorted();
    }
    long again = done.stream().filter(entry -> entry.attempts() > 1).count();
    long looked = done.stream().filter(entry -> entry.note().startsWith("A look")).count();
    System.out.printf(
        "Outbox over %s, -Dinboxport.seed=%d: %d kills, %d answers planned, %d sent, %d found by a look, %d sent again after a look or a failure%n",
        name, seed, kills, planned, executed, looked, again);
    assertThat(done).hasSize(executed);
    assertThat(executed).isGreaterThanOrEqualTo(planned);
    assertThat(done).extracting(OutboxEntry::attempts).allMatch(attempts -> attempts >= 1);
  }

  int kills() {
    return kills;
  }

  @Override
  public void close() {
    for (var process : processes) {
      process.destroyForcibly().onExit().join();
    }
    sandbox.close();
  }
}
