package io.inboxport.timeline;

import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.UnreadablePart;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Timeline of a conversation as a lazy walk from the newest entry to the oldest.
 *
 * <p>A page is fetched only when an entry of it is asked for. Every {@code iterator()} and {@code
 * stream()} is a new walk with fetches of its own, which may throw what reading throws. An entry
 * comes at most once in a walk, also when newer ones arrive meanwhile. The timeline may be shared
 * between threads, a walk may not.
 *
 * <p>An entry that cannot be read is left out of the walk; {@link #reportingUnreadable} tells of
 * it.
 *
 * <p>A walk ends on an empty page, or on one that holds only the entry that it was asked to go on
 * from. That entry may have been deleted meanwhile, which looks like an end or is declined. So
 * behind an empty page the walk asks once more, from an entry before it. If that was deleted as
 * well, the walk goes further back, and at last begins anew and skips what it handed out.
 *
 * <p>The server may also repeat other entries instead of going on, or send only entries that cannot
 * be read. The walk then hands out what came and throws {@link UnreadableResponse}: a part of a
 * timeline is never taken for the whole.
 */
public final class Timeline implements Iterable<TimelineEntry> {
  private final ConversationId conversation;
  private final TimelineSource source;
  private final @Nullable TimelineEntryId start;
  private final Consumer<? super UnreadablePart> unreadable;

  private Timeline(
      ConversationId conversation,
      TimelineSource source,
      @Nullable TimelineEntryId start,
      Consumer<? super UnreadablePart> unreadable) {
    this.conversation = Objects.requireNonNull(conversation, "conversation");
    this.source = Objects.requireNonNull(source, "source");
    this.start = start;
    this.unreadable = Objects.requireNonNull(unreadable, "unreadable");
  }

  /** The timeline of this conversation, with the pages of this source. */
  public static Timeline of(ConversationId conversation, TimelineSource source) {
    return new Timeline(conversation, source, null, left -> {});
  }

  /**
   * The part of the timeline that is older than this entry: resumes a walk that stopped there. What
   * a server answers to an unknown entry is not documented: it may reject it, end the timeline, or
   * begin at the newest. A walk from an entry that was deleted throws {@link UnreadableResponse},
   * or what the server answers: begin anew then.
   */
  public Timeline olderThan(TimelineEntryId entry) {
    return new Timeline(conversation, source, Objects.requireNonNull(entry, "entry"), unreadable);
  }

  /**
   * The same timeline, whose walks tell this consumer what they had to leave out, page by page as
   * they fetch, maybe more than once. The consumer is called on the thread that walks, so from
   * several threads if several walk.
   */
  public Timeline reportingUnreadable(Consumer<? super UnreadablePart> consumer) {
    return new Timeline(conversation, source, start, consumer);
  }

  /** Starts a walk. */
  @Override
  public Iterator<TimelineEntry> iterator() {
    return new TimelineWalk(conversation, source, start, unreadable);
  }

  /** Starts a walk, as a sequential stream. */
  public Stream<TimelineEntry> stream() {
    int traits = Spliterator.ORDERED | Spliterator.NONNULL | Spliterator.DISTINCT;
    return StreamSupport.stream(Spliterators.spliteratorUnknownSize(iterator(), traits), false);
  }
}
