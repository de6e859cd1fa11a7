package io.inboxport.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.inboxport.call.Operation;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.testkit.sandbox.WireFault;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code inbox outbox}, on writes whose answers were lost. */
class OutboxCommandTest {
  private static final String ID = OutboxUser.ID;
  private static final String SECRET = "We refund the tent.";

  @TempDir private Path home;

  @SuppressWarnings("NullAway.Init") // Started before each test.
  private Sandbox sandbox;

  @SuppressWarnings("NullAway.Init") // Made before each test.
  private OutboxUser user;

  @BeforeEach
  void start() {
    sandbox = Sandbox.start();
    user = new OutboxUser(home, sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  /** Leaves a reply in doubt, which was not executed. */
  private void lose(String key) {
    sandbox.faults().inject(Operation.REPLY, WireFault.of(WireFault.Kind.RESET));
    assertThat(user.run("reply", ID, SECRET, "--once", key).status()).isEqualTo(9);
  }

  @Test
  void before_the_first_write_there_is_nothing_and_nothing_is_made() {
    assertThat(user.run("outbox", "--json").json().get("entries")).isEmpty();
    assertThat(user.run("outbox", "look").out()).startsWith("Looked at 0:");
    assertThat(user.run("outbox", "forget", "--older-than", "1d").out())
        .isEqualTo("0 writes are forgotten.\n");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void it_lists_what_is_open_and_with_all_what_is_settled_too() {
    user.run("open", ID, "--once", "settled");
    lose("lost");

    assertThat(user.run("outbox").out().lines())
        .satisfiesExactly(
            heading -> assertThat(heading).startsWith("KEY\tSTATE\tWRITE\tCONVERSATION"),
            lost -> assertThat(lost).startsWith("lost\tin doubt\treply\t" + ID));
    var all = user.run("outbox", "list", "--all", "--json").json();
    assertThat(all.get("entries").findValuesAsText("key")).containsExactly("settled", "lost");
    assertThat(all.get("entries").findValuesAsText("state")).containsExactly("done", "in-doubt");
    assertThat(all.get("place").asText()).isEqualTo(user.file().toString());
  }

  @Test
  void it_shows_one_and_its_text_only_if_asked() {
    lose("lost");

    var shown = user.run("outbox", "show", "lost");
    assertThat(shown.out())
        .contains("State\tin doubt\n", "Write\tReply to " + ID)
        .contains("inbox outbox look lost", "inbox timeline " + ID, "settle lost done")
        .doesNotContain(SECRET);
    assertThat(user.run("outbox", "show", "lost", "--json").out()).doesNotContain(SECRET);
    assertThat(user.run("outbox", "show", "lost", "--text").out()).contains("Text\t" + SECRET);
    assertThat(user.run("outbox", "show", "lost", "--text", "--json").json().get("text").asText())
        .isEqualTo(SECRET);
  }

  @ParameterizedTest
  @CsvSource({
    "done, done, 0, already-done",
    "given-up, refused, 6, ",
  })
  void what_a_person_found_out_is_final(String word, String state, int status, String outcome) {
    lose("lost");

    assertThat(user.run("outbox", "settle", "lost", word, "--json").json().get("state").asText())
        .isEqualTo(state);

    var again = user.run("reply", ID, SECRET, "--once", "lost", "--json");
    assertThat(again.status()).isEqualTo(status);
    assertThat(again.out()).contains(outcome == null ? "" : outcome);
    assertThat(sandbox.received().executed(Operation.REPLY)).isZero();
    var twice = user.run("outbox", "settle", "lost", "done");
    assertThat(twice.status()).isEqualTo(3);
    assertThat(twice.err()).contains("The write \"lost\" is " + state);
  }

  @Test
  void what_had_no_effect_goes_with_the_next_run_of_its_line() {
    lose("lost");

    assertThat(user.run("outbox", "settle", "lost", "not-sent").out())
        .isEqualTo("lost is settled: not sent.\n");

    assertThat(user.run("reply", ID, SECRET, "--once", "lost").status()).isZero();
    assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(1);
  }

  @Test
  void what_had_no_effect_can_be_sent_from_the_outbox() {
    lose("lost");

    var sent = user.run("outbox", "settle", "lost", "send", "--json");

    assertThat(sent.status()).as(sent.err()).isZero();
    assertThat(sent.json().get("outcome").asText()).isEqualTo("sent");
    assertThat(sandbox.received().executed(Operation.REPLY)).isEqualTo(1);
  }

  @Test
  void a_look_tells_what_became_of_all_whose_time_has_come() throws SQLException {
    lose("one");
    lose("two");
    var early = user.run("outbox", "look", "--json").json();
    assertThat(early.get("notSent").asInt() + early.get("inDoubt").asInt()).isZero();

    user.settlingTimePasses();

    assertThat(user.run("outbox", "look").out())
        .isEqualTo("Looked at 2: 0 done, 2 not sent, 0 still in doubt.\n");
  }

  @Test
  void a_look_at_one_need_not_wait() {
    lose("lost");

    var early = user.run("outbox", "look", "lost", "--json");

    assertThat(early.status()).isEqualTo(9);
    assertThat(early.json().get("outcome").asText()).isEqualTo("in-doubt");
    assertThat(early.json().get("explanation").asText()).contains("too early");
    assertThat(early.json().get("tryAgainAt").asText()).endsWith("Z");
  }

  @Test
  void a_settled_write_can_be_forgotten_and_its_key_is_free_again() {
    user.run("reply", ID, SECRET, "--once", "a");

    assertThat(user.run("outbox", "forget", "--older-than", "30d").out()).startsWith("0 writes");
    assertThat(user.run("outbox", "forget", "a").out()).isEqualTo("1 write is forgotten.\n");

    assertThat(user.run("reply", ID, "Other", "--once", "a").status()).isZero();
    assertThat(user.run("outbox", "forget", "--older-than", "0m", "--json").json().get("forgotten"))
        .hasToString("1");
  }

  @Test
  void an_open_write_is_not_forgotten() {
    lose("lost");

    var refused = user.run("outbox", "forget", "lost");

    assertThat(refused.status()).isEqualTo(3);
    assertThat(refused.err()).contains("settle it first");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "outbox lst|Unknown action \"lst\": did you mean list?",
        "outbox show|Give the key of a write",
        "outbox show nope|The outbox has no write \"nope\"",
        "outbox list a|list takes no key",
        "outbox settle a|Give what you found",
        "outbox settle a dne|did you mean done?",
        "outbox settle a done|The outbox has no write \"a\"",
        "outbox look a done|Only settle takes a word",
        "outbox forget|Give the key of the write to forget, or --older-than.",
        "outbox forget a --older-than 1d|Give the key of the write to forget, or --older-than.",
        "outbox forget --older-than 1x|\"1x\" is no age: write 30d, 12h or 90m.",
        "outbox --older-than 1d|--older-than goes with forget.",
        "outbox look --all|--all goes with list.",
        "outbox look --text|--text goes with show."
      })
  void a_slip_on_the_line_is_explained(String line, String message) {
    var result = user.run(line.split(" "));

    assertThat(result.status()).isEqualTo(2);
    assertThat(result.err()).startsWith("inbox: ").contains(message);
  }
}
