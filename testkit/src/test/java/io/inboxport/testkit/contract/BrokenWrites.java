package io.inboxport.testkit.contract;

import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Gateways that set the status, assign, note and create cases wrongly. */
final class BrokenWrites {
  static final List<BrokenGateway> ALL =
      List.of(
          status(
              "turns the status around whatever is asked for",
              "status.closing-a-closed-item-changes-nothing",
              (sound, id, status) -> {
                boolean closed = sound.get(id).status().equals(Status.CLOSED);
                sound.setStatus(id, closed ? Status.OPEN : status);
              }),
          status(
              "does nothing about an unknown status and says nothing",
              "status.refuses-an-unknown-status",
              (sound, id, status) -> {
                if (status.known().isPresent()) {
                  sound.setStatus(id, status);
                }
              }),
          status(
              "cannot open what is closed",
              "status.opens-a-closed-item",
              (sound, id, status) -> sound.setStatus(id, Status.CLOSED)),
          assigns(
              "forgets the note of an assignment",
              "assign.note-joins-the-timeline",
              (sound, id, user, note) -> sound.assign(id, user, null)),
          assigns(
              "adds the note of an assignment twice",
              "assign.note-is-added-once",
              (sound, id, user, note) -> {
                if (note != null) {
                  sound.addNote(id, note);
                }
                return sound.assign(id, user, note);
              }),
          assigns(
              "adds a note of its own to an assignment without one",
              "assign.without-a-note-adds-none",
              (sound, id, user, note) -> sound.assign(id, user, note == null ? "-" : note)),
          assigns(
              "keeps the assignee of an assignment with a refused note",
              "assign.refuses-a-note-of-10001-characters",
              (sound, id, user, note) -> {
                sound.assign(id, user, null);
                return sound.assign(id, user, note);
              }),
          assigns(
              "keeps the note of an assignment to an unknown user",
              "assign.refuses-an-unknown-user",
              (sound, id, user, note) -> {
                if (note != null && note.length() <= 10_000) {
                  sound.addNote(id, note);
                }
                return sound.assign(id, user, null);
              }),
          assigns(
              "confirms the assignee it had before",
              "assign.confirms-what-was-done",
              (sound, id, user, note) -> {
                sound.assign(id, user, note);
                return new Assignment(id, ScenarioStage.ME);
              }),
          notes(
              "cuts a note of 10,001 characters",
              "note.refuses-10001-characters",
              note -> note.length() == 10_001 ? note.substring(0, 10_000) : note),
          new BrokenGateway(
              "counts an emoji twice", "note.counts-an-emoji-once", CountingChars::new),
          notes("adds an empty note", "note.refuses-an-empty-text", n -> n.isEmpty() ? "-" : n),
          notes(
              "composes characters",
              "text.note-keeps-every-character",
              note -> Normalizer.normalize(note, Normalizer.Form.NFC)),
          notes(
              "unifies line breaks",
              "text.note-keeps-every-character",
              note -> note.replace("\r\n", "\n")),
          notes(
              "takes a plus for a space",
              "text.note-keeps-every-character",
              note -> note.replace('+', ' ')),
          notes(
              "loses what is outside the basic plane",
              "text.note-keeps-every-character",
              note -> note.replaceAll("[^\\x{0}-\\x{FFFF}]", "?")),
          notes(
              "strips control characters",
              "text.note-keeps-every-character",
              n -> n.replace("\u0007", "")),
          new BrokenGateway(
              "opens a closed item on a note",
              "note.does-not-reopen",
              sound ->
                  new DelegatingGateway(sound) {
                    @Override
                    public TimelineEntry addNote(ConversationId id, String note) {
                      var entry = super.addNote(id, note);
                      super.setStatus(id, Status.OPEN);
                      return entry;
                    }
                  }),
          new BrokenGateway(
              "makes up the id of a note",
              "note.answer-equals-the-entry",
              sound ->
                  new DelegatingGateway(sound) {
                    @Override
                    public TimelineEntry addNote(ConversationId id, String note) {
                      super.addNote(id, note);
                      return TimelineEntry.withId(TimelineEntryId.of("eat0")).content(note).build();
                    }
                  }),
          cases(
              "loses the description of a case",
              "case.is-created-with-all-it-says",
              (sound, id, wanted) ->
                  sound.createCase(id, SalesforceCase.through(wanted.integration()))),
          cases(
              "says that a case was created although it cannot be",
              "case.needs-an-integration",
              (sound, id, wanted) -> {
                try {
                  sound.createCase(id, wanted);
                } catch (Rejected ignored) {
                  return;
                }
              }));

  private BrokenWrites() {}

  private static BrokenGateway status(String flaw, String caughtBy, StatusSetting otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public void setStatus(ConversationId id, Status status) {
                otherwise.set(sound, id, status);
              }
            });
  }

  private static BrokenGateway assigns(String flaw, String caughtBy, Assigning otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public Assignment assign(ConversationId id, UserId user, @Nullable String note) {
                return otherwise.assign(sound, id, user, note);
              }
            });
  }

  private static BrokenGateway notes(
      String flaw, String caughtBy, UnaryOperator<String> otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public TimelineEntry addNote(ConversationId id, String note) {
                return super.addNote(id, otherwise.apply(note));
              }
            });
  }

  private static BrokenGateway cases(String flaw, String caughtBy, CaseCreating otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public void createCase(ConversationId id, SalesforceCase wanted) {
                otherwise.create(sound, id, wanted);
              }
            });
  }

  private interface StatusSetting {
    void set(InboxGateway sound, ConversationId id, Status status);
  }

  private interface Assigning {
    Assignment assign(InboxGateway sound, ConversationId id, UserId user, @Nullable String note);
  }

  private interface CaseCreating {
    void create(InboxGateway sound, ConversationId id, SalesforceCase wanted);
  }

  private static final class CountingChars extends DelegatingGateway {
    CountingChars(InboxGateway sound) {
      super(sound);
    }

    @Override
    public TimelineEntry addNote(ConversationId id, String note) {
      if (note.length() > 10_000) {
        throw new Rejected(Operation.ADD_NOTE, id, 400, "The note is too long.");
      }
      return super.addNote(id, note);
    }
  }
}
