package io.inboxport.testkit.contract;

import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Gateways that see what they expect instead of what is there. */
final class BrokenSights {
  private static final TimelinePage NOTHING = new TimelinePage(List.of(), List.of());

  private static final List<String> TREATMENTS =
      List.of(
          "truncated",
          "ellipsis",
          "html-entities",
          "basic-plane",
          "appending",
          "mention",
          "split-in-two",
          "empty",
          "placeholder",
          "any-function");

  static final List<BrokenGateway> ALL =
      Stream.concat(
              Stream.concat(
                  TREATMENTS.stream()
                      .map(
                          name ->
                              new BrokenGateway(
                                  "shows what it sent instead of what is there: " + name,
                                  "treatment.shows-" + name,
                                  SeeingOnlyItsOwn::repairing)),
                  TREATMENTS.stream()
                      .map(
                          name ->
                              new BrokenGateway(
                                  "leaves out what it did not send in these words: " + name,
                                  "treatment.hides-no-" + name,
                                  SeeingOnlyItsOwn::leavingOut))),
              others().stream())
          .toList();

  private BrokenSights() {}

  private static List<BrokenGateway> others() {
    return List.of(
        new BrokenGateway(
            "sends again what it does not find at once",
            "late.reply-comes-once",
            sound ->
                new DelegatingGateway(sound) {
                  @Override
                  public void reply(ConversationId id, ReplyDraft draft) {
                    try {
                      super.reply(id, draft);
                    } catch (OutcomeUnknown unknown) {
                      if (super.timeline(id, null).entries().isEmpty()) {
                        super.reply(id, draft);
                      }
                      throw unknown;
                    }
                  }
                }),
        timelines(
            "dates an entry by the attempt",
            "late.entry-tells-when-it-was-executed",
            entry ->
                copy(entry)
                    .created(entry.created().orElseThrow().minus(Duration.ofSeconds(90)))
                    .build()),
        new BrokenGateway(
            "shows the oldest entry first",
            "late.order-is-that-of-the-execution",
            sound ->
                new DelegatingGateway(sound) {
                  @Override
                  public TimelinePage timeline(
                      ConversationId id, @Nullable TimelineEntryId cursor) {
                    var entries = new ArrayList<>(super.timeline(id, cursor).entries());
                    Collections.reverse(entries);
                    return new TimelinePage(entries, List.of());
                  }
                }),
        new BrokenGateway(
            "does not close an item with a reply of unknown outcome",
            "late.meets-what-is-so-by-then",
            sound ->
                new DelegatingGateway(sound) {
                  private boolean unknown;

                  @Override
                  public void reply(ConversationId id, ReplyDraft draft) {
                    try {
                      super.reply(id, draft);
                    } catch (OutcomeUnknown e) {
                      unknown = true;
                      throw e;
                    }
                  }

                  @Override
                  public void setStatus(ConversationId id, Status status) {
                    if (!unknown) {
                      super.setStatus(id, status);
                    }
                  }
                }),
        new BrokenGateway(
            "has a clock that is an hour fast",
            "late.reply-is-looked-for-until-it-is-there",
            sound ->
                new DelegatingGateway(sound) {
                  @Override
                  public Clock clock() {
                    return Clock.offset(super.clock(), Duration.ofHours(1));
                  }
                }),
        new BrokenGateway(
            "cuts the time of an attempt to the second",
            "late.second-of-two-equal-replies",
            sound ->
                new DelegatingGateway(sound) {
                  @Override
                  public void reply(ConversationId id, ReplyDraft draft) {
                    try {
                      super.reply(id, draft);
                    } catch (OutcomeUnknown e) {
                      var second = e.attemptedAt().truncatedTo(ChronoUnit.SECONDS);
                      throw new OutcomeUnknown(e.write(), second, "No answer.", null);
                    }
                  }
                }),
        new BrokenGateway(
            "takes an answer about another item",
            "fault.get-answers-another",
            sound ->
                new DelegatingGateway(sound) {
                  @Override
                  public Conversation get(ConversationId id) {
                    try {
                      return super.get(id);
                    } catch (UnreadableResponse e) {
                      return Conversation.withId(ConversationId.of("another")).build();
                    }
                  }
                }),
        takingEveryAssignment(
            "takes an answer that names another item", "fault.assign-answers-another-item"),
        takingEveryAssignment(
            "takes an answer that names another assignee", "fault.assign-answers-another-assignee"),
        remembering("keeps deleted entries", "hand.deleted-entry-is-gone"),
        remembering(
            "keeps a deleted entry in its pages", "hand.deleted-entry-leaves-the-pages-whole"),
        pages(
            "takes a cursor that is gone for the end",
            "hand.deleted-cursor-is-rejected",
            (sound, id, cursor) -> {
              try {
                return sound.timeline(id, cursor);
              } catch (Rejected e) {
                return NOTHING;
              }
            }),
        new BrokenGateway(
            "takes the first empty page for the end, and for good",
            "hand.deleted-cursor-ends-a-page",
            EndingForGood::new),
        pages(
            "leaves out a newest page that was not asked for",
            "hand.deleted-cursor-begins-anew",
            (sound, id, cursor) -> {
              var page = sound.timeline(id, cursor);
              return cursor != null && page.equals(sound.timeline(id, null)) ? NOTHING : page;
            }),
        remembering("keeps the text of an edited entry", "hand.edited-entry-has-the-new-text"),
        remembering("keeps deleted items", "hand.get-misses-a-deleted-item"),
        remembering("keeps a deleted reply", "hand.deleted-write-is-not-done"),
        timelines(
            "takes every entry for the caller's",
            "hand.entry-may-have-any-author",
            BrokenSights::callers),
        timelines(
            "dates what has no time",
            "hand.entry-may-have-no-time",
            entry -> copy(entry).created(entry.created().orElse(Instant.EPOCH)).build()),
        timelines(
            "takes a colleague for the caller",
            "hand.a-colleagues-text-proves-nothing",
            BrokenSights::callers),
        timelines(
            "takes an entry without an author for the caller's",
            "hand.an-unsigned-text-proves-nothing",
            BrokenSights::callers),
        timelines(
            "takes the author 0 for the caller",
            "hand.an-author-0s-text-proves-nothing",
            BrokenSights::callers));
  }

  private static TimelineEntry.Builder copy(TimelineEntry entry) {
    return TimelineEntry.withId(entry.id())
        .type(entry.type())
        .created(entry.created().orElse(null))
        .content(entry.content())
        .createdBy(entry.createdBy().orElse(null));
  }

  private static TimelineEntry callers(TimelineEntry entry) {
    return copy(entry).createdBy(ScenarioStage.ME).build();
  }

  private interface Misseeing {
    TimelineEntry instead(TimelineEntry entry);
  }

  private static BrokenGateway timelines(String flaw, String caughtBy, Misseeing otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
                var page = super.timeline(id, cursor);
                return new TimelinePage(
                    page.entries().stream().map(otherwise::instead).toList(), page.unreadable());
              }
            });
  }

  private interface Paging {
    TimelinePage page(InboxGateway sound, ConversationId id, @Nullable TimelineEntryId cursor);
  }

  private static BrokenGateway pages(String flaw, String caughtBy, Paging otherwise) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
                return otherwise.page(sound, id, cursor);
              }
            });
  }

  private static BrokenGateway takingEveryAssignment(String flaw, String caughtBy) {
    return new BrokenGateway(
        flaw,
        caughtBy,
        sound ->
            new DelegatingGateway(sound) {
              @Override
              public Assignment assign(ConversationId id, UserId user, @Nullable String note) {
                try {
                  return super.assign(id, user, note);
                } catch (OutcomeUnknown e) {
                  return new Assignment(id, user);
                }
              }
            });
  }

  private static BrokenGateway remembering(String flaw, String caughtBy) {
    return new BrokenGateway(flaw, caughtBy, Remembering::new);
  }

  /** Answers a second question as it answered the first. */
  private static final class Remembering extends DelegatingGateway {
    private final Map<ConversationId, Conversation> items = new HashMap<>();
    private final Map<List<Optional<?>>, TimelinePage> pages = new HashMap<>();

    Remembering(InboxGateway sound) {
      super(sound);
    }

    @Override
    public Conversation get(ConversationId id) {
      return items.computeIfAbsent(id, super::get);
    }

    @Override
    public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
      var key = List.<Optional<?>>of(Optional.of(id), Optional.ofNullable(cursor));
      return pages.computeIfAbsent(key, k -> super.timeline(id, cursor));
    }
  }

  /** Asks for nothing more once a page was empty. */
  private static final class EndingForGood extends DelegatingGateway {
    private boolean ended;

    EndingForGood(InboxGateway sound) {
      super(sound);
    }

    @Override
    public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
      var page = ended ? NOTHING : super.timeline(id, cursor);
      ended = page.entries().isEmpty();
      return page;
    }
  }

  /** Believes no entry of the caller that is not what it sent. */
  private static final class SeeingOnlyItsOwn extends DelegatingGateway {
    private final boolean repairs;
    private final Set<String> sent = new HashSet<>();

    private SeeingOnlyItsOwn(InboxGateway sound, boolean repairs) {
      super(sound);
      this.repairs = repairs;
    }

    static InboxGateway repairing(InboxGateway sound) {
      return new SeeingOnlyItsOwn(sound, true);
    }

    static InboxGateway leavingOut(InboxGateway sound) {
      return new SeeingOnlyItsOwn(sound, false);
    }

    @Override
    public void reply(ConversationId id, ReplyDraft draft) {
      sent.add(draft.message());
      super.reply(id, draft);
    }

    @Override
    public TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId cursor) {
      var page = super.timeline(id, cursor);
      var believed =
          page.entries().stream()
              .filter(entry -> repairs || sent.contains(entry.content()))
              .map(entry -> copy(entry).content(sent.iterator().next()).build())
              .toList();
      return new TimelinePage(believed, page.unreadable());
    }
  }
}
