package io.inboxport.testkit.contract;

import io.inboxport.outbox.OutboxChange;
import io.inboxport.outbox.OutboxChange.Mark;
import io.inboxport.outbox.OutboxCondition;
import io.inboxport.outbox.OutboxCondition.HoldRule;
import io.inboxport.outbox.OutboxContent;
import io.inboxport.outbox.OutboxEntry;
import io.inboxport.outbox.OutboxKey;
import io.inboxport.outbox.OutboxState;
import io.inboxport.outbox.OutboxStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * An outbox store with one fault, for the contract to catch.
 *
 * @param flaw what is wrong with it
 * @param caughtBy the beginning of the sentence of the scenario that must fail
 * @param breaking makes it from a sound store
 */
record BrokenOutboxStore(String flaw, String caughtBy, UnaryOperator<OutboxStore> breaking) {
  static final List<BrokenOutboxStore> ALL =
      List.of(
          conditions(
              "lets every worker change what one holds",
              "An entry that a worker holds is not free",
              condition -> OutboxCondition.anyhow(condition.state())),
          conditions(
              "takes the name of any worker for that of the holder",
              "Another worker than the one that holds an entry",
              condition ->
                  condition.hold() == HoldRule.HELD
                      ? OutboxCondition.anyhow(condition.state())
                      : condition),
          conditions(
              "changes nothing that a worker holds",
              "A condition without a rule for the hold",
              condition ->
                  condition.hold() == HoldRule.ANY
                      ? OutboxCondition.free(condition.state())
                      : condition),
          changes(
              "counts no attempt but the first",
              "Each beginning counts",
              change -> change.mark() == Mark.BEGIN ? marked(change, Mark.END) : change),
          changes(
              "takes each change for the end of the attempt",
              "A change without a mark",
              change -> change.to() == OutboxState.IN_DOUBT ? marked(change, Mark.END) : change),
          changes(
              "forgets when the turn comes",
              "A change replaces the note and the time",
              change -> due(change, null)),
          changes(
              "keeps every worker's hold",
              "A change without a holder",
              change ->
                  new OutboxChange(
                      change.to(),
                      "worker-1",
                      Duration.ofHours(1),
                      change.due(),
                      change.mark(),
                      change.newestBefore(),
                      change.note())),
          new BrokenOutboxStore(
              "says of every entry that it was added",
              "A key is added once",
              sound ->
                  new DelegatingOutboxStore(sound) {
                    @Override
                    public boolean add(OutboxKey key, OutboxContent content, OutboxChange first) {
                      var unused = super.add(key, content, first);
                      return true;
                    }
                  }),
          new BrokenOutboxStore(
              "does not tell upper from lower case",
              "Keys that differ in case alone",
              sound ->
                  new DelegatingOutboxStore(sound) {
                    @Override
                    public boolean add(OutboxKey key, OutboxContent content, OutboxChange first) {
                      return super.add(lower(key), content, first);
                    }

                    @Override
                    public Optional<OutboxEntry> find(OutboxKey key) {
                      return super.find(lower(key));
                    }
                  }),
          new BrokenOutboxStore(
              "hands a planned entry out for ever",
              "No other worker gets an entry until",
              sound ->
                  new DelegatingOutboxStore(sound) {
                    @Override
                    public Optional<OutboxEntry> takePlanned(String holder, Duration hold) {
                      return super.takePlanned(holder, hold.multipliedBy(9));
                    }
                  }),
          new BrokenOutboxStore(
              "hands out the entry as it was before",
              "A planned entry is handed out",
              sound ->
                  new DelegatingOutboxStore(sound) {
                    @Override
                    public Optional<OutboxEntry> takePlanned(String holder, Duration hold) {
                      var before = list(Set.of(OutboxState.PLANNED), 1);
                      return super.takePlanned(holder, hold).map(taken -> before.get(0));
                    }
                  }),
          new BrokenOutboxStore(
              "lets two workers look at once",
              "While one worker looks at an entry",
              sound ->
                  new DelegatingOutboxStore(sound) {
                    @Override
                    public Optional<OutboxEntry> takeDoubtful(String holder, Duration hold) {
                      return super.takeDoubtful(holder, Duration.ZERO);
                    }
                  }),
          lists(
              "lists the newest first",
              "A list begins with the entry that was made first",
              (all, asked) -> {
                var turned = new ArrayList<>(asked);
                Collections.reverse(turned);
                return turned;
              }),
          lists("lists all that it has", "A list has no more entries", (all, asked) -> all),
          new BrokenOutboxStore(
              "removes what has just become final",
              "Entries are removed after so long a time",
              sound ->
                  new DelegatingOutboxStore(sound) {
                    @Override
                    public int removeFinal(Duration age) {
                      return super.removeFinal(Duration.ZERO);
                    }
                  }));

  @Override
  public String toString() {
    return "a store that " + flaw + " is caught by \"" + caughtBy + " ...\"";
  }

  private static BrokenOutboxStore conditions(
      String flaw, String caughtBy, UnaryOperator<OutboxCondition> condition) {
    return new BrokenOutboxStore(
        flaw,
        caughtBy,
        sound ->
            new DelegatingOutboxStore(sound) {
              @Override
              public boolean change(OutboxKey key, OutboxCondition asked, OutboxChange change) {
                return super.change(key, condition.apply(asked), change);
              }
            });
  }

  private static BrokenOutboxStore changes(
      String flaw, String caughtBy, UnaryOperator<OutboxChange> broken) {
    return new BrokenOutboxStore(
        flaw,
        caughtBy,
        sound ->
            new DelegatingOutboxStore(sound) {
              @Override
              public boolean change(OutboxKey key, OutboxCondition asked, OutboxChange change) {
                return super.change(key, asked, broken.apply(change));
              }
            });
  }

  private static BrokenOutboxStore lists(
      String flaw, String caughtBy, BinaryOperator<List<OutboxEntry>> broken) {
    return new BrokenOutboxStore(
        flaw,
        caughtBy,
        sound ->
            new DelegatingOutboxStore(sound) {
              @Override
              public List<OutboxEntry> list(Set<OutboxState> states, int most) {
                return broken.apply(
                    super.list(states, Integer.MAX_VALUE), super.list(states, most));
              }
            });
  }

  private static OutboxChange marked(OutboxChange change, Mark mark) {
    return new OutboxChange(
        change.to(),
        change.holder(),
        change.hold(),
        change.due(),
        mark,
        change.newestBefore(),
        change.note());
  }

  private static OutboxChange due(OutboxChange change, @Nullable Duration due) {
    return new OutboxChange(
        change.to(),
        change.holder(),
        change.hold(),
        due,
        change.mark(),
        change.newestBefore(),
        change.note());
  }

  private static OutboxKey lower(OutboxKey key) {
    return OutboxKey.of(key.value().toLowerCase(Locale.ROOT));
  }
}
