package io.inboxport.app;

import io.inboxport.app.output.JsonOutput;
import io.inboxport.app.output.PrintableText;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxReport;
import io.inboxport.outbox.OutboxResult;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows the writes of the user whose fate is open, and helps to settle them. */
@Command(
    name = "outbox",
    header = "Show what became of writes, and settle it.",
    customSynopsis = {
      "inbox outbox [list] [--all]",
      "inbox outbox show KEY [--text]",
      "inbox outbox look [KEY]",
      "inbox outbox settle KEY done|not-sent|send|given-up",
      "inbox outbox forget KEY|--older-than AGE"
    },
    description = {
      "Each write is written down in a file of the user before it leaves. If the process dies, the"
          + " file knows. No text stays in it once a fate is known.",
      "A line with --once KEY may be run again for ever: it sends nothing twice. It says sent (0),"
          + " already done (0), refused (6), not sent and safe to run again (8), or in doubt (9)."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  inbox outbox",
      "  inbox outbox show order-4711 --text",
      "  inbox outbox look",
      "  inbox outbox settle order-4711 done",
      "  inbox outbox forget --older-than 30d"
    })
final class OutboxCommand extends SessionCommand {
  private static final int MOST = 1_000;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "ACTION",
      description =
          "list: the writes whose fate is open. show: one. look: see what became of those whose"
              + " time has come, or of one. settle: write down what you found, or send what was not"
              + " sent. forget: remove what is settled; its key is free again.")
  private OutboxAction action = OutboxAction.LIST;

  @Parameters(index = "1", arity = "0..1", paramLabel = "KEY", description = "The key of a write.")
  private @Nullable OutboxKey key;

  @Parameters(
      index = "2",
      arity = "0..1",
      paramLabel = "WORD",
      description = "done, not-sent, send or given-up.")
  private @Nullable SettlementWord settlement;

  @Option(names = "--all", description = "List the settled ones too.")
  private boolean all;

  @Option(names = "--text", description = "Show the text, as long as it is kept.")
  private boolean text;

  @Option(
      names = "--older-than",
      paramLabel = "AGE",
      description = "Forget what has been settled for longer than this, such as 30d or 12h.")
  private @Nullable EntryAge age;

  OutboxCommand(CommandSession session) {
    super(session);
  }

  @Override
  public Integer call() {
    refuseWhatDoesNotBelong();
    try {
      return switch (action) {
        case LIST -> list();
        case SHOW -> show(entry());
        case LOOK -> key == null ? lookAtAll() : report(session.outbox().outbox().look(known()));
        case SETTLE -> settle();
        case FORGET -> forget();
      };
    } catch (IllegalStateException refused) {
      session.tellError("Refused", String.valueOf(refused.getMessage()), refused);
      return FailureReporter.REFUSED;
    }
  }

  private void refuseWhatDoesNotBelong() {
    refuse(all && action != OutboxAction.LIST, "--all goes with list.");
    refuse(text && action != OutboxAction.SHOW, "--text goes with show.");
    refuse(age != null && action != OutboxAction.FORGET, "--older-than goes with forget.");
    refuse(key != null && action == OutboxAction.LIST, "list takes no key: give show KEY.");
    refuse(
        settlement != null && action != OutboxAction.SETTLE,
        "Only settle takes a word behind the key.");
    refuse(
        settlement == null && action == OutboxAction.SETTLE,
        "Give what you found: settle KEY done, not-sent, send or given-up.");
    refuse(
        action == OutboxAction.FORGET && (key == null) == (age == null),
        "Give the key of the write to forget, or --older-than.");
    refuse(key == null && action == OutboxAction.SHOW, "Give the key of a write: show KEY.");
  }

  private static void refuse(boolean mistake, String message) {
    if (mistake) {
      throw new IllegalArgumentException(message);
    }
  }

  /** The store; empty as long as there is no file, which is made by the first write. */
  private Optional<OutboxStore> store() {
    var file = session.backend().outboxFile();
    return file.exists()
        ? Optional.of(file.store(HttpBackend.outboxAccount(session)))
        : Optional.empty();
  }

  private OutboxEntry entry() {
    var wanted = Objects.requireNonNull(key, "key");
    return store()
        .flatMap(store -> store.find(wanted))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The outbox has no write \""
                        + wanted
                        + "\": nothing was sent under this key, or it was forgotten."));
  }

  /** The key, if there is such a write. */
  private OutboxKey known() {
    return entry().key();
  }

  private int list() {
    var states =
        all
            ? EnumSet.allOf(OutboxState.class)
            : EnumSet.complementOf(EnumSet.of(OutboxState.DONE, OutboxState.REFUSED));
    var entries = store().map(store -> store.list(states, MOST)).orElse(List.of());
    session.answer(
        () ->
            JsonOutput.object(
                "place", session.backend().outboxFile().path().toString(),
                "entries", entries.stream().map(JsonOutput::outboxEntry).toList()),
        () -> OutboxText.entries(entries).lines(session.console()));
    return DONE;
  }

  private int show(OutboxEntry entry) {
    var said = text ? entry.write().map(OutboxText::text) : Optional.<String>empty();
    session.answer(
        () -> {
          var document = JsonOutput.outboxEntry(entry);
          if (text) {
            document.put("text", said.orElse(""));
          }
          return document;
        },
        () -> lines(entry, said));
    return DONE;
  }

  private List<String> lines(OutboxEntry entry, Optional<String> said) {
    var table = OutboxText.entry(entry);
    said.ifPresent(words -> table.row("Text", words));
    var lines = new ArrayList<>(table.lines(session.console()));
    OutboxText.advice(entry)
        .ifPresent(
            advice -> {
              lines.add("");
              lines.add(PrintableText.line(advice));
            });
    return lines;
  }

  private int lookAtAll() {
    var report =
        store().isPresent()
            ? session.outbox().outbox().recover(MOST)
            : new OutboxReport(0, 0, 0, 0);
    session.answer(
        () ->
            JsonOutput.object(
                "done", report.done(),
                "notSent", report.notSent(),
                "inDoubt", report.inDoubt()),
        () ->
            List.of(
                "Looked at %d: %d done, %d not sent, %d still in doubt."
                    .formatted(report.total(), report.done(), report.notSent(), report.inDoubt())));
    return report.inDoubt() == 0 ? DONE : FailureReporter.OUTCOME_UNKNOWN;
  }

  private int report(OutboxResult result) {
    var words = new OutboxResultText(Objects.requireNonNull(key, "key"), result);
    if (result.failure().isPresent()) {
      throw result.failure().get();
    }
    answer(
        () ->
            JsonOutput.object(
                "key", words.key().value(),
                "outcome", JsonOutput.word(result.outcome()),
                "explanation", words.finding(),
                "tryAgainAt",
                    result
                        .tryAgainAt()
                        .map(OutboxResultText::second)
                        .map(String::valueOf)
                        .orElse(null)),
        words.sentence());
    return words.status();
  }

  private int settle() {
    var known = entry();
    var word = Objects.requireNonNull(settlement, "settlement");
    session.outbox().outbox().settle(known.key(), word.settlement());
    if (word == SettlementWord.SEND) {
      return report(session.send(known.write().orElseThrow(), known.key()));
    }
    var state = entry().state();
    answer(
        () -> JsonOutput.object("key", known.key().value(), "state", JsonOutput.word(state)),
        known.key() + " is settled: " + state.words() + ".");
    return DONE;
  }

  private int forget() {
    int forgotten;
    if (age != null) {
      var length = age.length();
      forgotten = store().map(store -> store.removeFinal(length)).orElse(0);
    } else {
      session.outbox().outbox().forget(known());
      forgotten = 1;
    }
    answer(
        () -> JsonOutput.object("forgotten", forgotten),
        forgotten == 1 ? "1 write is forgotten." : forgotten + " writes are forgotten.");
    return DONE;
  }

  private void answer(Supplier<Map<String, Object>> json, String line) {
    session.answer(json, () -> List.of(PrintableText.line(line)));
  }
}
