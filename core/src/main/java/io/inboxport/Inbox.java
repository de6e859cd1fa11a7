package io.inboxport;

import io.inboxport.account.Identity;
import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.OutcomeUnknown;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.ReplyRefused;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Assignment;
import io.inboxport.conversation.Conversation;
import io.inboxport.conversation.ConversationId;
import io.inboxport.conversation.ConversationPage;
import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.port.InboxGateway;
import io.inboxport.reply.LengthLimits;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.reply.ReplyReceipt;
import io.inboxport.reply.ReplyVerdict;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.ConfirmedTags;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagEdit;
import io.inboxport.tag.TagName;
import io.inboxport.tag.TagReplacement;
import io.inboxport.text.TextLimit;
import io.inboxport.text.WellFormedText;
import io.inboxport.timeline.Timeline;
import io.inboxport.timeline.TimelineEntry;
import io.inboxport.timeline.TimelineEntryId;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Inbox of one account, and the facade that an application calls.
 *
 * <p>Unsound input is refused with {@link IllegalArgumentException} before anything is sent. A
 * write executes at most once per call.
 *
 * <p>A read never throws {@link OutcomeUnknown}; only a reply throws {@link ReplyRefused}; {@link
 * UnreadableResponse} is about a read, also one that a write begins with. Any other kind of {@link
 * InboxException} may end any call to the server. Every call about a conversation throws {@link
 * NotFound} if there is no such conversation, or the key's owner cannot see it. A timeline throws
 * it when it is walked.
 *
 * <p>Holds no state of its own. Thread-safe, because every gateway is. Closing what the gateway
 * holds is up to the code that made the gateway.
 */
public final class Inbox {
  /** A letter that was cut in two, or a mark that was escaped: written back, it would stay so. */
  private static final Pattern DAMAGED_NAME =
      Pattern.compile("\uFFFD|&(?:\\w{2,31}|#\\d{1,7}|#[xX]\\p{XDigit}{1,6});");

  private static final Duration SETTLING_TIME = Duration.ofMinutes(2);

  private final InboxGateway gateway;
  private final Duration settlingTime;
  private final LengthLimits lengthLimits;
  private final @Nullable InboxDirectory directory;

  private Inbox(
      InboxGateway gateway,
      Duration settlingTime,
      LengthLimits lengthLimits,
      @Nullable InboxDirectory directory) {
    this.directory = directory;
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.settlingTime = settlingTime;
    this.lengthLimits = Objects.requireNonNull(lengthLimits, "length limits");
  }

  /**
   * Returns the inbox behind this gateway, with a settling time of 2 minutes and the {@linkplain
   * LengthLimits#standard() standard} limits of lengths.
   */
  public static Inbox over(InboxGateway gateway) {
    return new Inbox(gateway, SETTLING_TIME, LengthLimits.standard(), null);
  }

  /** Returns the same inbox with this table of the lengths that networks take, for its advice. */
  public Inbox advisedBy(LengthLimits limits) {
    return new Inbox(gateway, settlingTime, limits, directory);
  }

  /**
   * Returns the same inbox with this directory of the account. A verdict then also judges the
   * credential that a draft names, if the directory has it {@linkplain InboxDirectory#profileAtHand
   * at hand}: it must be valid, and of the item's network. No call is made for that. To have the
   * credentials at hand, call {@link InboxDirectory#profiles()} first.
   */
  public Inbox knowing(InboxDirectory newDirectory) {
    return new Inbox(
        gateway, settlingTime, lengthLimits, Objects.requireNonNull(newDirectory, "directory"));
  }

  /** Returns the directory of the account; empty unless {@link #knowing} gave one. */
  public Optional<InboxDirectory> directory() {
    return Optional.ofNullable(directory);
  }

  /**
   * Returns the same inbox with this settling time: {@link #reconcile} answers "not done" only so
   * long after the end of the attempt, since a slow server may still execute the write.
   *
   * @throws IllegalArgumentException when it is negative, or longer than a day
   */
  public Inbox settlingFor(Duration time) {
    if (time.isNegative() || time.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "The settling time is " + time + ": give 0 seconds to a day.");
    }
    return new Inbox(gateway, time, lengthLimits, directory);
  }

  /**
   * Lists the conversations that match, without their tags. There is no second page: if the page is
   * {@linkplain ConversationPage#truncated() truncated}, ask with more filters.
   *
   * @throws Rejected when the server does not take a filter value or the count
   */
  public ConversationPage list(ConversationQuery query) {
    return gateway.list(query);
  }

  /**
   * Returns one conversation with its tags.
   *
   * @throws NotFound when there is none with this id, or the owner of the key cannot see it
   */
  public Conversation get(ConversationId id) {
    return gateway.get(id);
  }

  /**
   * Returns the user and the account that the API key belongs to. Call it at start-up to check the
   * credentials.
   */
  public Identity me() {
    return gateway.me();
  }

  /** Opens the conversation; one that is open stays so. */
  public void open(ConversationId id) {
    gateway.setStatus(id, Status.OPEN);
  }

  /** Closes the conversation; one that is closed stays so. New inbound activity opens it again. */
  public void close(ConversationId id) {
    gateway.setStatus(id, Status.CLOSED);
  }

  /**
   * Returns the timeline, newest entry first. No call is made before the timeline is iterated; an
   * {@link InboxException} is thrown by {@code hasNext()}, {@code next()} or the stream's terminal
   * operation.
   */
  public Timeline timeline(ConversationId id) {
    return Timeline.of(Objects.requireNonNull(id, "id"), cursor -> gateway.timeline(id, cursor));
  }

  /**
   * Assigns the conversation.
   *
   * @throws Rejected when the server does not know the user (the vendor does not document this)
   */
  public Assignment assign(ConversationId id, UserId assignee) {
    return gateway.assign(id, assignee, null);
  }

  /**
   * Assigns the conversation with a note, which joins the timeline.
   *
   * @throws IllegalArgumentException when the note is blank or has more than 10,000 code points, or
   *     is not {@linkplain WellFormedText well-formed}
   * @throws Rejected when the server does not know the user (the vendor does not document this)
   */
  public Assignment assign(ConversationId id, UserId assignee, String note) {
    return gateway.assign(id, assignee, TextLimit.NOTE.check(note));
  }

  /**
   * Adds an internal note to the timeline.
   *
   * @throws IllegalArgumentException when the note is blank or has more than 10,000 code points, or
   *     is not {@linkplain WellFormedText well-formed}
   */
  public TimelineEntry addNote(ConversationId id, String note) {
    return gateway.addNote(id, TextLimit.NOTE.check(note));
  }

  /**
   * Replaces all tags by these, as the other {@code replaceTags} does. To add or remove one, see
   * {@link #editTags}.
   */
  public ConfirmedTags replaceTags(ConversationId id, TagName... names) {
    return replaceTags(id, Arrays.asList(names));
  }

  /**
   * Replaces all tags by these, each name once, and returns the tags that the server confirmed.
   * These may differ from what was asked for: see {@link ConfirmedTags#isAsAsked()}. With no name,
   * clears them.
   *
   * <p>The vendor documents neither clearing nor names the account does not have yet: the server
   * may create such a tag or reject it.
   *
   * @throws Rejected when the server takes no tag of such a name
   */
  public ConfirmedTags replaceTags(ConversationId id, Collection<TagName> names) {
    var asked = List.copyOf(new LinkedHashSet<>(names));
    return new ConfirmedTags(asked, gateway.replaceTags(id, asked));
  }

  /**
   * Reads the tags, applies a change to their names, and replaces them when that makes a
   * difference.
   *
   * <p>The API replaces whole sets and has no condition. So a tag that another agent adds or
   * removes between the reading and the writing is lost or comes back. No client can prevent it.
   *
   * @param change gets the current names in a set it may modify, and returns those wanted, never
   *     null. What it throws passes through, and nothing is written
   * @return what the server confirmed, compared with what was there and with what was asked for;
   *     see {@link TagEdit#isAsAsked()}
   * @throws UnreadableResponse when the current tags cannot be read whole, or a name cannot be
   *     written back as it is: editing would lose it
   * @throws Rejected when the server takes no tag of such a name
   */
  public TagEdit editTags(ConversationId id, UnaryOperator<Set<TagName>> change) {
    Objects.requireNonNull(change, "change");
    var tags = currentTags(id);
    var before = tags.stream().map(tag -> nameOf(tag, id)).toList();
    var wanted = Objects.requireNonNull(change.apply(new LinkedHashSet<>(before)), "names wanted");
    var replacement = TagReplacement.between(before, wanted);
    var confirmed =
        replacement.changesNothing()
            ? new ConfirmedTags(before, tags)
            : replaceTags(id, replacement.result());
    return new TagEdit(before, confirmed);
  }

  private List<Tag> currentTags(ConversationId id) {
    var tags = asked(id).tags();
    if (tags.isEmpty()) {
      throw uneditable(
          id,
          "Not all of its tags could be read, and editing them would lose the others: try again, or"
              + " use replaceTags.");
    }
    return tags.get();
  }

  private static TagName nameOf(Tag tag, ConversationId id) {
    var name = tag.name();
    if (name.isEmpty()
        || !name.equals(name.strip())
        || TextLimit.TAG_NAME.isExceededBy(name)
        || !WellFormedText.is(name)
        || DAMAGED_NAME.matcher(name).find()) {
      throw uneditable(
          id,
          "The name of tag "
              + tag.id()
              + " breaks the rules (1 to "
              + TextLimit.TAG_NAME.maximum()
              + " whole characters, no white space around it, no escape): rename the tag in Oktopost, or use"
              + " replaceTags.");
    }
    return TagName.of(name);
  }

  private static UnreadableResponse uneditable(ConversationId id, String problem) {
    return new UnreadableResponse(Operation.GET, id, problem, null);
  }

  /** Judges a reply by what is known of the conversation, without any call. */
  public ReplyVerdict canReply(Conversation conversation, ReplyDraft draft) {
    var verdict = ReplyVerdict.on(conversation, draft, lengthLimits);
    var known = directory;
    if (known == null || draft.credential().isEmpty()) {
      return verdict;
    }
    return known
        .profileAtHand(draft.credential().get())
        .map(sender -> SenderRule.judge(verdict, conversation, sender))
        .orElse(verdict);
  }

  /**
   * Reads the conversation and judges a reply to it; sends nothing.
   *
   * @throws UnreadableResponse when the answer is about another conversation
   */
  public ReplyVerdict canReply(ConversationId id, ReplyDraft draft) {
    Objects.requireNonNull(draft, "draft");
    return canReply(asked(id), draft);
  }

  /**
   * Reads the conversation, judges the reply, and sends it unless it is refused.
   *
   * @throws ReplyRefused when a rule speaks against it; nothing was sent
   * @throws Rejected when the item was closed meanwhile, or the server does not take the
   *     credential, the parent comment or the network
   * @throws OutcomeUnknown when it may have been sent; see {@link #reconcile}
   */
  public ReplyReceipt reply(ConversationId id, ReplyDraft draft) {
    Objects.requireNonNull(draft, "draft");
    return reply(asked(id), draft);
  }

  /** Reads the conversation; an answer about another one must not turn the write to that one. */
  Conversation asked(ConversationId id) {
    var conversation = get(id);
    if (!conversation.id().equals(id)) {
      throw new UnreadableResponse(
          Operation.GET,
          id,
          "It is about " + conversation.id() + ", which was not asked for. Nothing was sent.",
          null);
    }
    return conversation;
  }

  /**
   * Judges the reply by what is known of the conversation, and sends it unless it is refused. Saves
   * the reading if it was just done.
   *
   * @throws ReplyRefused when a rule speaks against it; nothing was sent
   * @throws Rejected when the item was closed meanwhile, or the server does not take the
   *     credential, the parent comment or the network
   * @throws OutcomeUnknown when it may have been sent; see {@link #reconcile}
   */
  public ReplyReceipt reply(Conversation conversation, ReplyDraft draft) {
    var verdict = canReply(conversation, draft);
    if (verdict instanceof ReplyVerdict.Refused refused) {
      throw new ReplyRefused(conversation.id(), refused);
    }
    gateway.reply(conversation.id(), draft.without(verdict.dropped()));
    return new ReplyReceipt(conversation.id(), verdict);
  }

  /**
   * Creates the Salesforce case of the conversation, or updates the one it has.
   *
   * @throws Rejected when the account has no such active integration
   */
  public void createCase(ConversationId id, SalesforceCase salesforceCase) {
    gateway.createCase(id, salesforceCase);
  }

  /**
   * Looks for the effect of a write of unknown outcome. Reads only; never sends again.
   *
   * <p>Absence takes time: "not done" is answered only once the settling time since the end of the
   * attempt is over. It is 2 minutes unless {@link #settlingFor} says otherwise. Earlier the answer
   * is inconclusive, with the time to {@linkplain Reconciliation#lookAgainAt() look again}. Send
   * nothing in between.
   *
   * <p>Status, assignee and tags are compared with what was asked. Names of tags are compared with
   * upper and lower case; names that may be those asked for in other letters are inconclusive. So
   * is an assignee that could not be read. A Salesforce case is always inconclusive.
   *
   * <p>A note or a reply is looked for in the timeline: the API gives neither an id nor an
   * idempotency key.
   *
   * <ul>
   *   <li>It is done when the text is there once, from after the attempt or the 15 minutes behind
   *       it, in an entry of the right type, by the user of the key. Times are told in seconds: an
   *       entry of the attempt's own second may be from before, and does not count. To make it
   *       count, {@linkplain #reconcile(OutcomeUnknown, TimelineEntryId) say what was there
   *       before}.
   *   <li>It is not done when the text is nowhere since 26 hours before the attempt. A wrong time
   *       zone can be as far off as that. No entry since the attempt may be the write in other
   *       words: servers and networks rewrite texts, and blank content proves nothing.
   *   <li>Everything between is inconclusive.
   * </ul>
   *
   * <p>If the gateway {@linkplain InboxGateway#clockOffset() knows} that the server's clock
   * differs, both clocks count: the one that is ahead for what is done, the other one for what is
   * not.
   *
   * <p>The search ends behind 20 entries in a row that are older, or after 2,000 entries. A write
   * looks not done if the clocks differ by more than 26 hours. If the time zone set on the gateway
   * is wrong, an older equal text may be taken for this one. So may an equal text that another
   * program sends meanwhile with the same key.
   *
   * @param unknown the exception as it was caught. A deserialized one no longer holds its write:
   *     the answer is then inconclusive, without any call
   * @throws InboxException when a read fails; {@link UnreadableResponse} also when the timeline
   *     cannot be walked to its end
   */
  public Reconciliation reconcile(OutcomeUnknown unknown) {
    return new Reconciler(this, gateway, settlingTime, null).look(unknown);
  }

  /**
   * Looks for the effect of a write of unknown outcome, as the other {@code reconcile} does,
   * knowing what the timeline held before. So an equal text of the attempt's own second counts, and
   * an earlier one does not disturb.
   *
   * @param unknown the exception as it was caught
   * @param newestBefore the newest entry of the timeline, read before the write was sent. If it is
   *     no longer there, this answers as the other {@code reconcile} does
   * @throws InboxException when a read fails
   */
  public Reconciliation reconcile(OutcomeUnknown unknown, TimelineEntryId newestBefore) {
    Objects.requireNonNull(newestBefore, "newestBefore");
    return new Reconciler(this, gateway, settlingTime, newestBefore).look(unknown);
  }
}
