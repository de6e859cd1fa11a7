package io.inboxport.port;

import io.inboxport.account.Identity;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import io.inboxport.text.WellFormedText;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import io.inboxport.timeline.TimelinePage;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Port to a server, with one method for each endpoint.
 *
 * <p>A gateway says what the server says and applies no rule of its own; {@link io.inboxport.Inbox}
 * does, and is what an application calls. Implementations are thread-safe and throw nothing but
 * {@link InboxException}. After two other exceptions nothing happened: {@link NullPointerException}
 * for a null argument, and {@link IllegalArgumentException} for a note or a status that is not
 * {@linkplain WellFormedText well-formed}. A read may end in any kind but {@code ReplyRefused} and
 * {@code OutcomeUnknown}, a write in any but {@code ReplyRefused} and {@code UnreadableResponse}.
 * The methods name only those that answer their own input. The vendor documents no answer to an
 * entry, a user or a credential that the server does not know.
 *
 * <p>The author of an implementation can run the published contract of the test kit against it.
 */
public interface InboxGateway extends AutoCloseable {
  /**
   * Lists conversations, without their tags.
   *
   * @throws Rejected when the server takes no such filter value or count
   */
  ConversationPage list(ConversationQuery query);

  /**
   * Returns one conversation with its tags.
   *
   * @throws NotFound when there is none with this id
   */
  Conversation get(ConversationId id);

  /**
   * Returns one page of the timeline, newest entry first.
   *
   * @param olderThan the entry before which the page starts, or null for the newest page
   * @throws NotFound when there is no such conversation
   * @throws Rejected when the server does not know that entry; it may as well end the timeline
   *     there, or begin at the newest
   */
  TimelinePage timeline(ConversationId id, @Nullable TimelineEntryId olderThan);

  /**
   * Sets the status; setting the one it has changes nothing and succeeds.
   *
   * @throws NotFound when there is no such conversation
   * @throws Rejected when the server knows no such status
   */
  void setStatus(ConversationId id, Status status);

  /**
   * Assigns the conversation; the note, if given, joins the timeline.
   *
   * @param note 1 to 10,000 code points, or null for none; what a blank one does is not documented
   * @throws NotFound when there is no such conversation
   * @throws Rejected when the user is unknown or the note is too long
   */
  Assignment assign(ConversationId id, UserId assignee, @Nullable String note);

  /**
   * Adds an internal note to the timeline and returns its entry.
   *
   * @param note 1 to 10,000 code points
   * @throws NotFound when there is no such conversation
   * @throws Rejected when the note is blank or too long
   */
  TimelineEntry addNote(ConversationId id, String note);

  /**
   * Replaces the tags and returns those the conversation has now, in the order given.
   *
   * @param names the whole new set, of at most 1,000 names; empty for none
   * @throws IllegalArgumentException when there are more than 1,000 names; nothing is sent
   * @throws NotFound when there is no such conversation
   * @throws Rejected when the server takes no tag of such a name, or no empty set
   */
  List<Tag> replaceTags(ConversationId id, Collection<TagName> names);

  /**
   * Sends a reply as it is, executed at most once. What the network does not support is ignored by
   * the server.
   *
   * @throws IllegalArgumentException when the draft takes more than 1,000 fields of a form, one for
   *     each part and each key of its media; nothing is sent
   * @throws NotFound when there is no such conversation
   * @throws Rejected when the item is closed, the network takes no replies to it, the credential is
   *     unknown, or the message is blank or too long
   */
  void reply(ConversationId id, ReplyDraft draft);

  /**
   * Creates or updates the Salesforce case of a conversation.
   *
   * @throws NotFound when there is no such conversation
   * @throws Rejected when no such integration is active, or the description is too long
   */
  void createCase(ConversationId id, SalesforceCase salesforceCase);

  /** Returns the user and the account that the API key belongs to: the start-up check. */
  Identity me();

  /**
   * Returns the clock that tells when an attempt was made; the system's, in UTC, by default. It is
   * the clock that {@link InboxException.OutcomeUnknown#attemptedAt()} goes by.
   */
  default Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * Returns how far the server's clock was ahead of {@link #clock()} when it last answered;
   * negative if it was behind. Zero, the default, means that no difference is known.
   */
  default Duration clockOffset() {
    return Duration.ZERO;
  }

  /**
   * Returns a gateway to the same server whose writes ask before they leave, as late as the gateway
   * can: behind its waits for a permit and a connection. A write that may not leave ends as {@link
   * InboxException.Unavailable}. Closing the gateway that is returned does nothing.
   *
   * <p>By default, a write asks before it is passed on. A gateway that waits inside has to do
   * better.
   *
   * @param allowed asked on the thread of the call, perhaps more than once; must not throw
   */
  default InboxGateway leavingOnlyIf(BooleanSupplier allowed) {
    return new GuardedInboxGateway(this, allowed);
  }

  /**
   * Releases the threads and connections that the gateway holds, if any. Never blocks, never
   * throws, and may be called more than once. The code that made the gateway closes it.
   */
  @Override
  default void close() {}
}
