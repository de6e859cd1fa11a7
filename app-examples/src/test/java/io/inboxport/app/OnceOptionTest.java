package io.inboxport.app;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.testkit.sandbox.WireFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines that are run again with the same {@code --once KEY}. */
class OnceOptionTest {
  private static final String ID = OutboxUser.ID;

  @SuppressWarnings("NullAway.Init") // Started before each test.
  private Sandbox sandbox;

  @SuppressWarnings("NullAway.Init") // Made before each test.
  private OutboxUser user;

  @BeforeEach
  void start(@TempDir Path home) {
    sandbox = Sandbox.start();
    user = new OutboxUser(home, sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "open ID",
        "close ID",
        "assign ID 00A000000000002 --note Please",
        "note ID Text",
        "tag ID VIP",
        "reply ID Text",
        "case ID --integration sfint00000000001"
      })
  void every_write_is_executed_once_however_often_its_line_is_run(String line) {
    var words = (line.replace("ID", ID) + " --once order-1 --json").split(" ", -1);

    var first = user.run(words);
    var executed = sandbox.received().executed();
    var second = user.run(words);
    var third = user.run(words);

    assertThat(first.status()).as(first.err()).isZero();
    assertThat(first.json().get("once").asText()).isEqualTo("order-1");
    assertThat(first.json().get("outcome").asText()).isEqualTo("sent");
    assertThat(second.status()).as(second.err()).isZero();
    assertThat(second.out())
        .isEqualTo(
            "{\"backend\":\"http\",\"id\":\"%s\",\"once\":\"order-1\",\"outcome\":\"already-done\"}\n",
            ID);
    assertThat(third.out()).isEqualTo(second.out());
    assertThat(sandbox.received().executed()).as("nothing is even read").isEqualTo(executed);
  }

  @Test
  void a_second_run_says_that_it_was_done_before() {
    assertThat(user.run("reply", ID, "Hi", "--once", "a").out()).isEqualTo("Sent to " + ID + ".\n");
    assertThat(user.run("reply", ID, "Hi", "--once", "a").out())
        .startsWith("Already done; nothing was sent now.");
  }

  @Test
  void a_key_belongs_to_one_write() {
    user.run("reply", ID, "Hi", "--once", "a");

    var other = user.run("reply", ID, "Ho", "--once", "a");

    assertThat(other.status()).isEqualTo(2);
    assertThat(other.err()).contains("The key \"a\" belongs to another write").doesNotContain("Ho");
    assertThat(user.run("reply", ID, "Hi", "--once", "a b").err()).contains("no space");
  }

  @Test
  void without_a_key_each_run_is_a_write_of_its_own_and_is_forgotten() {
    assertThat(user.run("reply", ID, "Hi").status()).isZero();
    assertThat(user.run("reply", ID, "Hi").status()).isZero();

    assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(2);
    assertThat(user.run("outbox", "--all", "--json").json().get("entries")).isEmpty();
  }

  @Test
  void a_write_that_was_not_sent_goes_with_the_next_run() {
    sandbox.faults().inject(Operation.REPLY, WireFault.status(429));

    var limited = user.run("reply", ID, "Hi", "--once", "a");

    assertThat(limited.status()).isEqualTo(7);
    assertThat(limited.err()).endsWith("\nNot sent; it is safe to run the same line again.\n");
    var again = user.run("reply", ID, "Hi", "--once", "a", "--json");
    assertThat(again.status()).as(again.err()).isZero();
    assertThat(again.json().get("outcome").asText()).isEqualTo("sent");
    assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(1);
  }

  @Test
  void a_write_that_was_not_sent_is_forgotten_if_it_has_no_key() {
    sandbox.faults().inject(Operation.REPLY, WireFault.status(429));

    assertThat(user.run("reply", ID, "Hi").err()).doesNotContain("same line");

    assertThat(user.run("outbox", "--all", "--json").json().get("entries")).isEmpty();
  }

  @Test
  void what_the_server_declined_stays_refused_under_its_key() {
    var line = new String[] {"case", ID, "--integration", "none", "--once", "a"};

    assertThat(user.run(line).status()).isEqualTo(6);

    var again = user.run(line);
    assertThat(again.status()).isEqualTo(6);
    assertThat(again.err()).contains("Refused; nothing was sent now.", "Another key");
    assertThat(sandbox.received().count(Operation.CREATE_CASE)).isEqualTo(1);
  }

  @Test
  void a_lost_answer_is_in_doubt_until_it_is_time_to_look() throws SQLException {
    sandbox.faults().inject(Operation.REPLY, WireFault.of(WireFault.Kind.RESET));

    var lost = user.run("reply", ID, "Hi", "--once", "a");

    assertThat(lost.status()).isEqualTo(9);
    assertThat(lost.err()).contains("\"inbox outbox show a\"").doesNotContain("Hi");
    var early = user.run("reply", ID, "Hi", "--once", "a", "--json");
    assertThat(early.status()).isEqualTo(9);
    assertThat(early.error().get("error").asText()).isEqualTo("OutcomeUnknown");
    assertThat(early.error().get("message").asText()).contains("\"inbox outbox look a\" at ");

    user.settlingTimePasses();
    var late = user.run("reply", ID, "Hi", "--once", "a");
    assertThat(late.status()).isEqualTo(8);
    assertThat(late.err()).startsWith("inbox: Not sent; it is safe to run the same line again.");

    assertThat(user.run("reply", ID, "Hi", "--once", "a").status()).isZero();
    assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(1);
  }

  @Test
  void a_lost_answer_to_what_was_executed_is_found_at_once() {
    sandbox.faults().inject(Operation.REPLY, WireFault.of(WireFault.Kind.RESET_AFTER_EXECUTING));

    var lost = user.run("reply", ID, "Hi", "--once", "a");

    assertThat(lost.status()).isEqualTo(9);
    assertThat(lost.err()).contains("It has looked, and it was executed.").doesNotContain("outbox");
    assertThat(user.run("reply", ID, "Hi", "--once", "a").status()).isZero();
    assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(1);
  }

  @Test
  void what_a_rule_refuses_leaves_nothing_in_the_outbox() {
    var line = new String[] {"reply", ID, "Hi", "--parent", "eit000000000003", "--once", "a"};

    assertThat(user.run(line).status()).isEqualTo(3);
    assertThat(user.run(line).status()).isEqualTo(3);

    assertThat(user.run("outbox", "show", "a").err()).contains("nothing was sent under this key");
  }

  @Test
  void the_outbox_is_a_file_that_its_owner_alone_may_read() throws IOException {
    user.run("reply", ID, "Hi", "--once", "a");

    assertThat(Files.getPosixFilePermissions(user.file()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    assertThat(Files.getPosixFilePermissions(user.folder()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void an_outbox_that_cannot_be_kept_sends_nothing() throws IOException {
    Files.createDirectories(user.folder());
    Files.writeString(user.file(), "This is no database, and it is precious.".repeat(9));

    var result = user.run("reply", ID, "Hi");

    assertThat(result.status()).isEqualTo(1);
    assertThat(result.err()).contains("outbox").doesNotContain("\tat ");
    assertThat(sandbox.received().count(Operation.REPLY)).isZero();
  }

  @Test
  void a_text_is_gone_from_the_file_once_its_fate_is_known() throws IOException {
    sandbox.faults().inject(Operation.REPLY, WireFault.of(WireFault.Kind.RESET));
    user.run("reply", ID, "We refund the tent.", "--once", "a");
    assertThat(Files.readString(user.file(), ISO_8859_1)).contains("We refund the tent.");

    user.run("outbox", "settle", "a", "done");

    assertThat(Files.readString(user.file(), ISO_8859_1)).doesNotContain("We refund the tent.");
  }

  @Test
  void demo_data_takes_a_key_and_keeps_nothing(@TempDir Path home) {
    var demo = Cli.onDemoData().with("XDG_STATE_HOME", home.toString());

    var result = demo.run("reply", ID, "Hi", "--once", "a", "--json");

    assertThat(result.json().get("outcome").asText()).isEqualTo("sent");
    assertThat(home).isEmptyDirectory();
    assertThat(Cli.piped().run("outbox").err()).contains("Demo data in memory keeps no outbox.");
  }
}
