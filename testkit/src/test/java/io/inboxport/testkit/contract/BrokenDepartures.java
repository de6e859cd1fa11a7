package io.inboxport.testkit.contract;

import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.port.InboxGateway;
import io.inboxport.timeline.TimelineEntry;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;

/** Gateways that let writes leave as they please. */
final class BrokenDepartures {
  private static final String REFUSED = "departure.add-note-does-nothing-if-refused";

  static final List<BrokenGateway> ALL =
      List.of(
          asks("never asks before a write leaves", REFUSED, (sound, allowed) -> sound),
          asks(
              "asks when a write has left",
              REFUSED,
              (sound, allowed) ->
                  new DelegatingGateway(sound) {
                    @Override
                    public TimelineEntry addNote(ConversationId id, String note) {
                      var entry = super.addNote(id, note);
                      if (!allowed.getAsBoolean()) {
                        throw over(Operation.ADD_NOTE, id);
                      }
                      return entry;
                    }
                  }),
          asks(
              "forgets to ask before a note",
              REFUSED,
              (sound, allowed) ->
                  new DelegatingGateway(sound.leavingOnlyIf(allowed)) {
                    @Override
                    public TimelineEntry addNote(ConversationId id, String note) {
                      return sound.addNote(id, note);
                    }
                  }),
          asks(
              "takes a yes for a no",
              "departure.add-note-is-done-once-if-allowed",
              (sound, allowed) -> sound.leavingOnlyIf(() -> !allowed.getAsBoolean())),
          asks(
              "makes a write again that was asked about",
              "departure.add-note-is-done-once-if-allowed",
              (sound, allowed) ->
                  new DelegatingGateway(sound.leavingOnlyIf(allowed)) {
                    @Override
                    public TimelineEntry addNote(ConversationId id, String note) {
                      super.addNote(id, note);
                      return super.addNote(id, note);
                    }
                  }),
          asks(
              "asks before a read as well",
              "departure.get-is-not-asked",
              (sound, allowed) ->
                  new DelegatingGateway(sound.leavingOnlyIf(allowed)) {
                    @Override
                    public Conversation get(ConversationId id) {
                      if (!allowed.getAsBoolean()) {
                        throw over(Operation.GET, id);
                      }
                      return super.get(id);
                    }
                  }),
          new BrokenGateway(
              "asks before every write once one has to ask",
              "departure.others-are-not-asked",
              AskingEver::new),
          new BrokenGateway(
              "closes what is behind a gateway that asks",
              "departure.closing-ends-nothing",
              Closable::new));

  private BrokenDepartures() {}

  private static Unavailable over(Operation operation, ConversationId id) {
    return new Unavailable(operation, id, "It is too late.", null, null);
  }

  private static BrokenGateway asks(
      String flaw, String caughtBy, BiFunction<InboxGateway, BooleanSupplier, InboxGateway> asker) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public InboxGateway leavingOnlyIf(BooleanSupplier allowed) {
                return asker.apply(sound, allowed);
              }
            });
  }

  /** Keeps the question it was last given for itself. */
  private static final class AskingEver extends DelegatingGateway {
    private BooleanSupplier last = () -> true;

    AskingEver(InboxGateway sound) {
      super(sound);
    }

    @Override
    public InboxGateway leavingOnlyIf(BooleanSupplier allowed) {
      last = allowed;
      return super.leavingOnlyIf(allowed);
    }

    @Override
    public TimelineEntry addNote(ConversationId id, String note) {
      if (!last.getAsBoolean()) {
        throw over(Operation.ADD_NOTE, id);
      }
      return super.addNote(id, note);
    }
  }

  /** Ends with the first gateway in front of it that is closed. */
  private static final class Closable extends DelegatingGateway {
    private final AtomicBoolean closed = new AtomicBoolean();

    Closable(InboxGateway sound) {
      super(sound);
    }

    @Override
    public InboxGateway leavingOnlyIf(BooleanSupplier allowed) {
      return new DelegatingGateway(super.leavingOnlyIf(allowed)) {
        @Override
        public void close() {
          closed.set(true);
        }
      };
    }

    @Override
    public TimelineEntry addNote(ConversationId id, String note) {
      if (closed.get()) {
        throw over(Operation.ADD_NOTE, id);
      }
      return super.addNote(id, note);
    }
  }
}
