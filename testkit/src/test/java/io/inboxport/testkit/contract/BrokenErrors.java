package io.inboxport.testkit.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.RateLimited;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.InboxWrite;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Instant;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** Gateways that fail wrongly. */
final class BrokenErrors {
  private static final TimelineEntry MADE_UP =
      TimelineEntry.withId(TimelineEntryId.of("eat0")).build();

  static final List<BrokenGateway> ALL =
      List.of(
          reads(
              "lets a foreign exception out",
              "get.does-not-find-an-unknown-id",
              (error, id) -> new NoSuchElementException(id.value())),
          reads(
              "takes what is missing for a rejection",
              "get.does-not-find-an-unknown-id",
              (error, id) -> new Rejected(Operation.GET, id, 404, "Not found.")),
          reads(
              "names another conversation in its errors",
              "get.does-not-find-an-unknown-id",
              (error, id) -> new NotFound(Operation.GET, ConversationId.of("another"))),
          reads(
              "takes what cannot be read for an outage",
              "fault.get-garbled",
              (error, id) ->
                  error instanceof UnreadableResponse
                      ? new Unavailable(Operation.GET, id, "It broke.", null, null)
                      : error),
          reads(
              "takes an outage for what cannot be read",
              "fault.get-executed-later",
              (error, id) ->
                  error instanceof Unavailable
                      ? new UnreadableResponse(Operation.GET, id, "It is no JSON.", null)
                      : error),
          writes(
              "names another operation in its errors",
              "note.does-not-find-an-unknown-id",
              (error, sound, id, note) -> {
                throw new NotFound(Operation.GET, id);
              }),
          writes(
              "takes a fault for success",
              "fault.add-note-lost",
              (error, sound, id, note) -> MADE_UP),
          writes(
              "says that nothing happened although it did",
              "fault.add-note-unheard",
              (error, sound, id, note) -> {
                throw error instanceof OutcomeUnknown
                    ? new Unavailable(Operation.ADD_NOTE, id, "No answer.", null, null)
                    : error;
              }),
          writes(
              "sends a write of unknown outcome again",
              "fault.add-note-unheard",
              (error, sound, id, note) -> {
                if (error instanceof OutcomeUnknown) {
                  return sound.addNote(id, note);
                }
                throw error;
              }),
          writes(
              "does not know whether a write that never left was executed",
              "fault.add-note-unavailable",
              (error, sound, id, note) -> {
                throw unknown(id, note, Instant.now());
              }),
          writes(
              "forgets when a write of unknown outcome left",
              "fault.add-note-tells-what-it-was",
              (error, sound, id, note) -> {
                throw error instanceof OutcomeUnknown ? unknown(id, note, Instant.EPOCH) : error;
              }),
          writes(
              "forgets the text of a write of unknown outcome",
              "reconcile.finds-add-note",
              (error, sound, id, note) -> {
                throw error instanceof OutcomeUnknown unknown
                    ? unknown(id, "?", unknown.attemptedAt())
                    : error;
              }),
          writes(
              "asks to try again at once",
              "fault.rate-limited-tells-when",
              (error, sound, id, note) -> {
                throw error instanceof RateLimited
                    ? new RateLimited(Operation.ADD_NOTE, id, Instant.EPOCH)
                    : error;
              }),
          writes(
              "keeps the server's words to itself",
              "fault.rejected-tells-the-words",
              (error, sound, id, note) -> {
                throw error instanceof Rejected no
                    ? new Rejected(Operation.ADD_NOTE, id, no.status(), "")
                    : error;
              }),
          writes(
              "takes every answer of status 200 for success",
              "fault.result-false-is-a-failure",
              (error, sound, id, note) -> {
                if (error instanceof Rejected no && no.status() == 200) {
                  return MADE_UP;
                }
                throw error;
              }),
          writes(
              "tells the customer's text in its errors",
              "caller.no-rejection-tells-customer-text",
              (error, sound, id, note) -> {
                throw error instanceof Rejected
                    ? new Rejected(Operation.ADD_NOTE, id, 400, "Too long: " + note)
                    : error;
              }),
          new BrokenGateway(
              "takes what came for the total that it cannot read",
              "fault.list-may-not-know-its-total",
              sound ->
                  new DelegatingGateway(sound) {
                    @Override
                    public ConversationPage list(ConversationQuery query) {
                      var page = super.list(query);
                      long total = page.total().orElse(page.items().size());
                      return new ConversationPage(page.items(), total, page.unreadable());
                    }
                  }),
          new BrokenGateway(
              "says nothing of an item that it cannot read",
              "fault.list-leaves-out-a-broken-item",
              sound ->
                  new DelegatingGateway(sound) {
                    @Override
                    public ConversationPage list(ConversationQuery query) {
                      var page = super.list(query);
                      return new ConversationPage(page.items(), page.total(), List.of());
                    }
                  }),
          new BrokenGateway(
              "loses a page to one entry that it cannot read",
              "fault.timeline-leaves-out-a-broken-entry",
              sound ->
                  new DelegatingGateway(sound) {
                    @Override
                    public TimelinePage timeline(
                        ConversationId id, @Nullable TimelineEntryId cursor) {
                      var page = super.timeline(id, cursor);
                      return page.unreadable().isEmpty()
                          ? page
                          : new TimelinePage(List.of(), page.unreadable());
                    }
                  }),
          new BrokenGateway(
              "can be closed once only",
              "caller.may-close-twice",
              sound ->
                  new DelegatingGateway(sound) {
                    private boolean closed;

                    @Override
                    public void close() {
                      if (closed) {
                        throw new IllegalStateException("Already closed.");
                      }
                      closed = true;
                    }
                  }),
          new BrokenGateway(
              "puts a question mark where half a character is",
              "caller.note-of-half-a-character-is-refused-first",
              sound ->
                  new DelegatingGateway(sound) {
                    @Override
                    public TimelineEntry addNote(ConversationId id, String note) {
                      return super.addNote(id, new String(note.getBytes(UTF_8), UTF_8));
                    }
                  }),
          new BrokenGateway(
              "takes null for an empty text",
              "caller.reply-refuses-null-first",
              sound ->
                  new DelegatingGateway(sound) {
                    @Override
                    @SuppressWarnings("ConstantValue")
                    public void reply(ConversationId id, @Nullable ReplyDraft draft) {
                      super.reply(id, draft == null ? ReplyDraft.of("-") : draft);
                    }
                  }));

  private BrokenErrors() {}

  private static OutcomeUnknown unknown(ConversationId id, String note, Instant attempted) {
    return new OutcomeUnknown(new InboxWrite.AddNote(id, note), attempted, "No answer came.", null);
  }

  private static BrokenGateway reads(String flaw, String caughtBy, Misreading otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public Conversation get(ConversationId id) {
                try {
                  return super.get(id);
                } catch (InboxException e) {
                  throw otherwise.instead(e, id);
                }
              }
            });
  }

  private static BrokenGateway writes(String flaw, String caughtBy, Mishandling otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public TimelineEntry addNote(ConversationId id, String note) {
                try {
                  return super.addNote(id, note);
                } catch (InboxException e) {
                  return otherwise.instead(e, sound, id, note);
                }
              }
            });
  }

  private interface Misreading {
    RuntimeException instead(InboxException error, ConversationId id);
  }

  private interface Mishandling {
    TimelineEntry instead(InboxException error, InboxGateway sound, ConversationId id, String note);
  }
}
