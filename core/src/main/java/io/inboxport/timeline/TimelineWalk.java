package io.inboxport.timeline;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.Operation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UnreadablePart;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Walk along a timeline, from the newest entry to the oldest, page by page.
 *
 * <p>An entry may be deleted while the walk stands on it. The server then answers with an empty
 * page or declines, and both look like an end. So the walk checks an end from entries before it,
 * and at last from the newest one on.
 */
final class TimelineWalk implements Iterator<TimelineEntry> {
  /** An end is checked from the 1st, 2nd, 4th and 8th entry before it, as more may be deleted. */
  private static final int FARTHEST_BACK = 8;

  /** So many pages are looked through anew; a timeline that is longer is told as incomplete. */
  private static final int MOST_PAGES_ANEW = 200;

  /** So often a walk goes on behind deleted entries, then it is told as incomplete. */
  private static final int MOST_RESCUES = 20;

  private final ConversationId conversation;
  private final TimelineSource source;
  private final Consumer<? super UnreadablePart> unreadable;
  private final Queue<TimelineEntry> loaded = new ArrayDeque<>();
  private final Set<TimelineEntryId> seen = new HashSet<>();
  private final List<TimelineEntryId> path = new ArrayList<>();
  private final Set<TimelineEntryId> cursors = new HashSet<>();
  private final boolean isResumed;
  private @Nullable TimelineEntryId cursor;
  private int rescues;
  private boolean stalled;
  private boolean ended;

  TimelineWalk(
      ConversationId conversation,
      TimelineSource source,
      @Nullable TimelineEntryId start,
      Consumer<? super UnreadablePart> unreadable) {
    this.conversation = conversation;
    this.source = source;
    this.unreadable = unreadable;
    this.isResumed = start != null;
    this.cursor = start;
    if (start != null) {
      seen.add(start);
      path.add(start);
      cursors.add(start);
    }
  }

  @Override
  public boolean hasNext() {
    if (loaded.isEmpty() && !ended) {
      load();
    }
    return !loaded.isEmpty();
  }

  @Override
  public TimelineEntry next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The timeline has no older entry.");
    }
    return loaded.remove();
  }

  private void load() {
    if (stalled) {
      throw stalled();
    }
    var start = cursor;
    TimelinePage page;
    try {
      page = fetch(start);
    } catch (Rejected | NotFound e) {
      if (start == null || (isResumed && path.size() == 1)) {
        throw e; // There is no entry before it to go on from.
      }
      new EndCheck(start, e).run();
      return;
    }
    if (takesNews(page, page.entries())) {
      return;
    }
    if (losesEntries(page) || !page.entries().stream().allMatch(e -> e.id().equals(start))) {
      // Not the end: something is there, but nothing that leads past it.
      throw stalled();
    }
    // A page holds more than one entry, so a first page of one is the whole timeline.
    if (start == null || !page.entries().isEmpty() || (!isResumed && path.size() == 1)) {
      ended = true;
    } else {
      new EndCheck(start, null).run();
    }
  }

  private TimelinePage fetch(@Nullable TimelineEntryId olderThan) {
    var page = source.olderThan(olderThan);
    boolean hasNews = page.entries().stream().anyMatch(entry -> !seen.contains(entry.id()));
    page.unreadable().stream()
        // The fields of entries that were handed out have been told of.
        .filter(part -> hasNews || part.wholeItem())
        .forEach(unreadable);
    return page;
  }

  /** Hands out those of the entries that are new, and goes on behind the page, if there are any. */
  private boolean takesNews(TimelinePage page, List<TimelineEntry> entries) {
    for (var entry : entries) {
      if (seen.add(entry.id())) {
        loaded.add(entry);
        path.add(entry.id());
      }
    }
    if (loaded.isEmpty()) {
      return false;
    }
    var last = lastOf(page);
    cursor = last;
    stalled = !cursors.add(last);
    return true;
  }

  private static TimelineEntryId lastOf(TimelinePage page) {
    return page.entries().get(page.entries().size() - 1).id();
  }

  private static boolean losesEntries(TimelinePage page) {
    return page.unreadable().stream().anyMatch(UnreadablePart::wholeItem);
  }

  private UnreadableResponse stalled() {
    var given =
        cursor == null ? "no entry that can be read" : "nothing that leads past entry " + cursor;
    return new UnreadableResponse(
        Operation.TIMELINE,
        conversation,
        "The server gives " + given + ": the timeline is incomplete. Try again later.",
        null);
  }

  /** Check whether the timeline ends behind an entry, or the entry was only deleted. */
  private final class EndCheck {
    private final @Nullable InboxException rejection;

    /** The entries behind which nothing came. */
    private final Set<TimelineEntryId> ends = new HashSet<>();

    EndCheck(TimelineEntryId end, @Nullable InboxException rejection) {
      this.rejection = rejection;
      ends.add(end);
    }

    /** Ends the walk, or finds entries for it to go on with. */
    void run() {
      if (rescues == MOST_RESCUES) {
        throw incomplete();
      }
      if (!isSettledFromBefore()) {
        lookAnew();
      }
      rescues++;
    }

    private boolean isSettledFromBefore() {
      int last = path.size() - 1;
      for (int back = 1; back <= FARTHEST_BACK && back <= last; back *= 2) {
        var from = path.get(last - back);
        if (isSettledFrom(from)) {
          return true;
        }
        ends.add(from);
      }
      return false;
    }

    private boolean isSettledFrom(TimelineEntryId from) {
      TimelinePage page;
      try {
        page = fetch(from);
      } catch (Rejected | NotFound e) {
        return false; // It was deleted as well.
      }
      if (page.entries().isEmpty() && !losesEntries(page)) {
        return false;
      }
      goOnWith(page, page.entries());
      return true;
    }

    /** Walks from the newest entry on, over newer ones that came, to those that were handed out. */
    private void lookAnew() {
      var passed = new HashSet<TimelineEntryId>();
      var newest = fetch(null);
      for (var page = newest; !page.entries().isEmpty(); page = fetch(lastOf(page))) {
        var ids = page.entries().stream().map(TimelineEntry::id).toList();
        int known = (int) ids.stream().takeWhile(id -> !seen.contains(id)).count();
        if (known < ids.size()) {
          goOnWith(page, page.entries().subList(known, ids.size()));
          return;
        }
        if (passed.size() == MOST_PAGES_ANEW || !passed.add(lastOf(page))) {
          throw incomplete();
        }
      }
      if (losesEntries(newest) || (isResumed && !newest.entries().isEmpty())) {
        throw incomplete(); // Which entries are older than the first one cannot be told.
      }
      // All that was handed out is gone, so all that is there is new.
      ended = !takesNews(newest, newest.entries());
    }

    /** Goes on over entries that were handed out, to older ground or to the end. */
    private void goOnWith(TimelinePage first, List<TimelineEntry> entries) {
      var page = first;
      var candidates = entries;
      var passed = new HashSet<TimelineEntryId>();
      while (!takesNews(page, candidates)) {
        if (losesEntries(page)) {
          throw incomplete();
        }
        if (page.entries().isEmpty()) {
          ended = true; // The entry before it was there a moment ago.
          return;
        }
        var last = lastOf(page);
        if (isContradictedBy(page, last)) {
          throw incomplete();
        }
        if (ends.contains(last)) {
          endOnKnown();
          return;
        }
        if (passed.size() == MOST_PAGES_ANEW || !passed.add(last)) {
          throw incomplete();
        }
        page = fetch(last);
        candidates = page.entries();
      }
    }

    private void endOnKnown() {
      if (rejection != null) {
        throw rejection; // The entry is still there, and the server declines to go on from it.
      }
      ended = true;
    }

    /** Returns whether an entry behind which nothing came has another one behind it. */
    private boolean isContradictedBy(TimelinePage page, TimelineEntryId last) {
      return page.entries().stream()
          .map(TimelineEntry::id)
          .anyMatch(id -> ends.contains(id) && !id.equals(last));
    }

    private InboxException incomplete() {
      return rejection == null ? stalled() : rejection;
    }
  }
}
