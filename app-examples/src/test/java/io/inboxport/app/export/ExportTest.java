package io.inboxport.app.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.Inbox;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.inmemory.Fault;
import io.inboxport.testkit.fixtures.DemoInbox;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExportTest extends ExportFixture {
  @Test
  void every_conversation_and_every_entry_is_in_the_file() throws IOException {
    var summary = export(100);

    var inbox = Inbox.over(twin);
    var all = inbox.list(ConversationQuery.all().atMost(100)).items();
    long entries = all.stream().mapToLong(c -> inbox.timeline(c.id()).stream().count()).sum();
    assertThat(summary)
        .isEqualTo(new InboxExport.Summary(all.size(), entries, OptionalLong.of(0), calls.size()));
    assertThat(ids())
        .containsExactlyInAnyOrderElementsOf(all.stream().map(c -> c.id().value()).toList());
    assertThat(entries()).hasSize((int) entries).doesNotHaveDuplicates();
    assertThat(lines().get(lines().size() - 1).path("kind").asText()).isEqualTo("end");
    assertThat(missing).isEmpty();
  }

  @Test
  void the_file_is_whole_after_every_line() throws IOException {
    watching = true;

    assertThat(export(100).calls()).isPositive();
  }

  @Test
  void what_no_slice_lists_is_told_as_missing() throws IOException {
    long lacking = export(1).missing().orElseThrow();

    var all = Inbox.over(twin).list(ConversationQuery.all().atMost(100)).items();
    assertThat(missing).hasSize(1);
    assertThat(missing.get(0)).startsWith((all.size() - ids().size()) + " conversations: ");
    assertThat(lacking).isEqualTo(all.size() - ids().size()).isPositive();
    assertThat(lines().get(lines().size() - 1).path("missing").asLong()).isEqualTo(lacking);
    assertThat(export(1).missing()).as("told again").hasValue(lacking);
  }

  @Test
  void an_inbox_that_one_call_cannot_list_is_cut_into_slices() throws IOException {
    export(4);

    var all = Inbox.over(twin).list(ConversationQuery.all().atMost(100)).items();
    assertThat(ids()).hasSize(all.size());
    assertThat(slices()).doesNotHaveDuplicates().hasSizeGreaterThan(10);
    assertThat(missing).isEmpty();
  }

  @Test
  void interrupted_after_any_call_it_goes_on_and_asks_for_nothing_twice() throws IOException {
    export(3);
    var whole = lines();
    int all = calls.size();
    for (int stop = 1; stop < all; stop++) {
      Files.delete(file);
      calls.clear();
      callsLeft = stop;
      assertThatThrownBy(() -> export(3)).isInstanceOf(Killed.class);
      callsLeft = Integer.MAX_VALUE;
      export(3);

      assertThat(calls).as("stopped after %d calls", stop).hasSize(all).doesNotHaveDuplicates();
      assertThat(lines()).containsExactlyInAnyOrderElementsOf(whole);
    }
  }

  @Test
  void a_torn_last_line_is_cut_off_wherever_it_was_torn() throws IOException {
    export(100);
    var whole = Files.readAllBytes(file);
    int lastLine = new String(whole, UTF_8).lastIndexOf('\n', whole.length - 2);
    for (int torn = whole.length - 1; torn > whole.length - 400; torn -= 7) {
      Files.write(file, Arrays.copyOf(whole, torn));
      export(100);

      assertThat(Files.readAllBytes(file)).isEqualTo(whole);
    }
    assertThat(lastLine).isPositive();
  }

  @Test
  void a_torn_first_line_and_a_torn_letter_are_no_loss() throws IOException {
    twin.customerSays(ConversationId.of("eit000000000001"), "Gr\u00fc\u00dfe");
    export(100);
    var whole = Files.readAllBytes(file);
    var text = new String(whole, UTF_8);
    int amidLetter = text.substring(0, text.indexOf('\u00fc')).getBytes(UTF_8).length + 1;
    var tears = IntStream.rangeClosed(0, text.indexOf('\n')).boxed().collect(Collectors.toList());
    tears.add(amidLetter);
    for (int torn : tears) {
      Files.write(file, Arrays.copyOf(whole, torn));
      export(100);

      assertThat(Files.readAllBytes(file)).as("torn at %d", torn).isEqualTo(whole);
    }
  }

  @Test
  void a_finished_export_is_left_alone() throws IOException {
    export(100);
    var whole = Files.readAllBytes(file);
    calls.clear();
    export(100);

    assertThat(calls).isEmpty();
    assertThat(Files.readAllBytes(file)).isEqualTo(whole);
  }

  @Test
  void a_used_up_budget_is_waited_for() throws IOException {
    twin.faults().inject(Operation.TIMELINE, Fault.rateLimited(Duration.ofMinutes(1)));
    export(100);

    assertThat(waits).containsExactly(DemoInbox.NOW.plusSeconds(60));
    assertThat(ids()).isNotEmpty();
  }

  @Test
  void a_server_that_stays_away_ends_the_export_and_keeps_what_came() throws IOException {
    twin.faults().inject(Operation.TIMELINE, Fault.unavailable(), 3);

    assertThatThrownBy(() -> export(100)).isInstanceOf(Unavailable.class);
    assertThat(waits).containsExactly(DemoInbox.NOW.plusSeconds(5), DemoInbox.NOW.plusSeconds(10));
    assertThat(ids()).isNotEmpty();
    export(100);
    assertThat(missing).isEmpty();
  }

  @Test
  void a_conversation_that_vanished_is_left_out_and_told() throws IOException {
    twin.faults().inject(Operation.TIMELINE, Fault.notFound());

    assertThat(export(100).missing()).hasValue(1);
    assertThat(missing).hasSize(1);
    assertThat(lines().stream().map(l -> l.path("kind").asText())).contains("skipped", "end");
  }

  @Test
  void a_file_of_another_account_or_of_nobody_is_not_touched() throws IOException {
    export(100);
    var before = Files.readAllBytes(file);
    assertThatThrownBy(() -> newExport(100).run(file, "another"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("another account");
    assertThat(Files.readAllBytes(file)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "my diary\n",
        "my diary",
        "{\"kind\":\"note\"}\n",
        "{\n",
        "\n",
        "[]",
        "d\u00e9j\u00e0"
      })
  void a_file_that_is_no_export_is_not_touched(String content) throws IOException {
    Files.writeString(file, content);

    assertThatThrownBy(() -> export(100))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("not an export");
    assertThat(file).hasContent(content);
  }

  @Test
  void a_refused_file_is_let_go() throws IOException {
    Files.writeString(file, "my diary");

    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> export(100)).hasMessageContaining("not an export");
    }
  }

  @Test
  void a_line_of_zero_bytes_is_refused_and_nothing_behind_it_is_lost() throws IOException {
    export(100);
    var whole = Files.readString(file);
    int second = whole.indexOf('\n') + 1;
    var spoiled = whole.substring(0, second) + "\0\0\n" + whole.substring(second);
    Files.writeString(file, spoiled);

    assertThatThrownBy(() -> export(100)).hasMessageContaining("not an export");
    assertThat(file).hasContent(spoiled);
  }

  @Test
  void progress_counts_up_to_all_conversations_and_calls() throws IOException {
    var summary = export(100);

    assertThat(progress).hasSize(lines().size());
    assertThat(progress.get(0)).isEqualTo("0 of 0 after 0 calls");
    assertThat(progress.get(progress.size() - 1))
        .isEqualTo(
            "%1$d of %1$d after %2$d calls".formatted(summary.conversations(), summary.calls()));
  }

  @Test
  void two_exports_do_not_share_a_file() throws IOException {
    try (var log = ExportLog.open(file, line -> {})) {
      assertThatThrownBy(() -> export(100))
          .isInstanceOf(IOException.class)
          .hasMessage(
              file
                  + " is being written by another export: wait for its end, or choose another"
                  + " file.");
      assertThat(log).isNotNull();
    }
    assertThat(export(100).missing()).hasValue(0);
  }

  @Test
  void neither_do_they_through_a_link() throws IOException {
    try (var log = ExportLog.open(file, line -> {})) {
      var link = Files.createSymbolicLink(file.resolveSibling("link.jsonl"), file);
      assertThatThrownBy(() -> newExport(100).run(link, "demo"))
          .hasMessageContaining("is being written by another export");
      assertThat(log).isNotNull();
    }
  }

  @Test
  void an_attempt_that_is_refused_opens_the_file_to_no_other_process() throws IOException {
    try (var log = ExportLog.open(file, line -> {})) {
      assertThatThrownBy(() -> export(100)).isInstanceOf(IOException.class);

      assertThatThrownBy(() -> ExportProcess.on(file)).hasMessageContaining("ended before");
      assertThat(log).isNotNull();
    }
  }

  @Test
  void an_export_of_another_process_is_not_disturbed_until_it_is_killed() throws IOException {
    try (var other = ExportProcess.on(file)) {
      assertThatThrownBy(() -> export(100))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("is being written by another export");
      assertThatThrownBy(() -> export(100)).as("and again").isInstanceOf(IOException.class);

      other.kill();
      assertThat(export(100).missing()).hasValue(0);
    }
  }
}
