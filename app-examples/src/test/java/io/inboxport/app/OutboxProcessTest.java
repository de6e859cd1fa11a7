package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.testkit.sandbox.WireFault;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The outbox of processes that are killed, or run at once. */
@Timeout(120)
class OutboxProcessTest {
  private static final String ID = OutboxUser.ID;
  private static final String SECRET = "We refund the tent.";

  @TempDir private Path home;

  /** Kills a reply that the server has executed, and has not answered. */
  private static void killAReply(OutboxUser user, String... more) throws Exception {
    var told = user.home().resolve("told");
    var sandbox = user.sandbox();
    sandbox.faults().inject(Operation.REPLY, WireFault.of(WireFault.Kind.STALL));
    var line = new ArrayList<>(List.of("reply", ID, SECRET));
    line.addAll(List.of(more));
    var process =
        user.process(line.toArray(String[]::new))
            .redirectErrorStream(true)
            .redirectOutput(told.toFile())
            .start();
    while (sandbox.received().executed(Operation.REPLY) == 0 && process.isAlive()) {
      LockSupport.parkNanos(1_000_000);
    }
    process.destroyForcibly().onExit().join();
    assertThat(told).isEmptyFile();
  }

  @Test
  void after_a_kill_every_run_says_what_is_in_doubt_until_it_is_settled() throws Exception {
    try (var sandbox = Sandbox.start()) {
      var user = new OutboxUser(home, sandbox);
      killAReply(user, "--once", "order-1");

      var line =
          "inbox: The write to "
              + ID
              + " is in doubt, since its process was killed. Look with \"inbox outbox show order-1\".\n";
      assertThat(user.run("check").err()).isEqualTo(line);
      assertThat(user.run("check").err()).isEqualTo(line);
      assertThat(user.run("outbox").err()).isEmpty();

      var soon = user.run("reply", ID, SECRET, "--once", "order-1");
      assertThat(soon.status()).isEqualTo(9);
      assertThat(soon.err()).contains("In doubt; nothing was sent now.");

      user.leasesEnd();
      var later = user.run("reply", ID, SECRET, "--once", "order-1");
      assertThat(later.status()).as(later.err()).isZero();
      assertThat(later.out()).startsWith("Already done; nothing was sent now. A look found:");

      assertThat(user.run("check").err()).isEmpty();
      assertThat(user.folder().resolve("under-way")).isEmptyDirectory();
      assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(1);
    }
  }

  @Test
  void a_killed_write_without_a_key_is_found_as_well() throws Exception {
    try (var sandbox = Sandbox.start()) {
      var user = new OutboxUser(home, sandbox);
      killAReply(user);
      assertThat(user.run("check").err()).contains("Look with \"inbox outbox show inbox-");

      user.leasesEnd();

      assertThat(user.run("outbox", "look").out())
          .isEqualTo("Looked at 1: 1 done, 0 not sent, 0 still in doubt.\n");
      assertThat(user.run("check").err()).isEmpty();
    }
  }

  @Test
  void a_write_of_a_living_process_is_no_matter_for_others() throws Exception {
    try (var sandbox = Sandbox.start()) {
      var user = new OutboxUser(home, sandbox);
      sandbox.faults().inject(Operation.REPLY, WireFault.of(WireFault.Kind.STALL));
      var process = user.process("reply", ID, SECRET, "--once", "order-1").start();
      try {
        while (sandbox.received().executed(Operation.REPLY) == 0 && process.isAlive()) {
          LockSupport.parkNanos(1_000_000);
        }
        assertThat(user.run("check").err()).isEmpty();
        var second = user.run("reply", ID, SECRET, "--once", "order-1");
        assertThat(second.status()).isEqualTo(9);
        assertThat(second.err()).contains("It is being sent, or its process died.");
      } finally {
        process.destroyForcibly().onExit().join();
      }
      assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(1);
    }
  }

  @Test
  void of_many_processes_with_one_key_one_sends() throws Exception {
    try (var sandbox = Sandbox.start()) {
      var user = new OutboxUser(home, sandbox);
      var processes = new ArrayList<Process>();
      for (int i = 0; i < 6; i++) {
        processes.add(
            user.process("reply", ID, SECRET, "--once", "order-1")
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(i + ".log").toFile())
                .start());
      }
      for (int i = 0; i < processes.size(); i++) {
        // One that comes while another is sending cannot tell yet.
        assertThat(processes.get(i).waitFor())
            .as(Files.readString(home.resolve(i + ".log")))
            .isIn(0, 9);
      }

      assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(1);
      assertThat(user.run("reply", ID, SECRET, "--once", "order-1").out()).startsWith("Already");
    }
  }

  @Test
  void many_processes_with_keys_of_their_own_share_the_file() throws Exception {
    try (var sandbox = Sandbox.start()) {
      var user = new OutboxUser(home, sandbox);
      var processes = new ArrayList<Process>();
      for (int i = 0; i < 6; i++) {
        processes.add(
            user.process("note", ID, "Note " + i, "--once", "note-" + i)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(i + ".log").toFile())
                .start());
      }
      for (int i = 0; i < processes.size(); i++) {
        assertThat(processes.get(i).waitFor())
            .as(Files.readString(home.resolve(i + ".log")))
            .isZero();
      }

      assertThat(sandbox.received().executed(Operation.ADD_NOTE)).isEqualTo(6);
      assertThat(user.run("outbox", "--all", "--json").json().get("entries")).hasSize(6);
    }
  }
}
