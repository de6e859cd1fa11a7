package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationQuery;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How the twin decides what the vendor's pages leave open, and whether it enforces that a reply
 * needs an open item. Everything else that they say is not up for decision.
 *
 * <p>Immutable and thread-safe: every method returns a new behavior.
 */
public final class ServerBehavior {
  /** In what a text is measured against its limit. */
  public enum LengthUnit {
    /** Unicode code points: an emoji counts once. */
    CODE_POINTS,
    /** UTF-16 units, as {@link String#length()} counts: an emoji counts twice. */
    UTF_16_UNITS
  }

  /** When two tag names are the same. */
  public enum TagNames {
    /** When they are equal as they stand: {@code VIP} and {@code vip} are two tags. */
    EXACT,
    /** When they are equal without regard to case: the first spelling stays. */
    FOLDED
  }

  /** In which order a list comes. */
  public enum ListOrder {
    /** The latest {@code receive} comes first, whatever the item's {@link InboundItem#at}. */
    NEWEST_FIRST,
    /** What was received first comes first. */
    OLDEST_FIRST
  }

  /** What a timeline answers to a cursor that is no entry of it. */
  public enum UnknownCursor {
    /** It is rejected, with status 400. */
    REJECTED,
    /** A page without entries. */
    EMPTY_PAGE,
    /** The newest page. */
    NEWEST_PAGE
  }

  private static final ServerBehavior DOCUMENTED = new ServerBehavior(new Decisions());

  private final Decisions decisions;

  private ServerBehavior(Decisions decisions) {
    this.decisions = decisions;
  }

  /**
   * The behavior that is closest to what is documented or was seen: texts are measured in code
   * points, tag names are exact, lists come newest first, with 20 items where no number is asked
   * for and 100 at most, a page of a timeline has 20 entries, an unknown cursor is rejected, a
   * reply to an item that is not open is rejected with status 400, and each {@link OpenQuestion}
   * has the answer it names.
   */
  public static ServerBehavior documented() {
    return DOCUMENTED;
  }

  /** The same behavior, accepting this. */
  public ServerBehavior accepting(OpenQuestion question) {
    var next = new Decisions(decisions);
    next.accepted.add(question);
    return new ServerBehavior(next);
  }

  /** The same behavior, rejecting this. */
  public ServerBehavior rejecting(OpenQuestion question) {
    var next = new Decisions(decisions);
    next.accepted.remove(question);
    return new ServerBehavior(next);
  }

  /** The same behavior, measuring texts in this unit. */
  public ServerBehavior withLengthUnit(LengthUnit unit) {
    var next = new Decisions(decisions);
    next.lengthUnit = Objects.requireNonNull(unit, "unit");
    return new ServerBehavior(next);
  }

  /** The same behavior, comparing tag names so. */
  public ServerBehavior withTagNames(TagNames tagNames) {
    var next = new Decisions(decisions);
    next.tagNames = Objects.requireNonNull(tagNames, "tagNames");
    return new ServerBehavior(next);
  }

  /** The same behavior, listing in this order. */
  public ServerBehavior withListOrder(ListOrder order) {
    var next = new Decisions(decisions);
    next.listOrder = Objects.requireNonNull(order, "order");
    return new ServerBehavior(next);
  }

  /** The same behavior, answering so to a cursor that is no entry of the timeline. */
  public ServerBehavior withUnknownCursor(UnknownCursor answer) {
    var next = new Decisions(decisions);
    next.unknownCursor = Objects.requireNonNull(answer, "answer");
    return new ServerBehavior(next);
  }

  /**
   * The same behavior, listing this many items.
   *
   * @param standard how many come where {@link ConversationQuery#atMost} does not say
   * @param maximum how many come at most
   * @throws IllegalArgumentException when the standard is not between 1 and the maximum
   */
  public ServerBehavior withListCount(int standard, int maximum) {
    if (standard < 1 || standard > maximum) {
      throw new IllegalArgumentException(
          "The count is "
              + standard
              + " as a rule and "
              + maximum
              + " at most: give at least 1, and no more than the maximum.");
    }
    var next = new Decisions(decisions);
    next.listStandard = standard;
    next.listMaximum = maximum;
    return new ServerBehavior(next);
  }

  /**
   * The same behavior, with this many entries on a page of a timeline.
   *
   * @throws IllegalArgumentException when the number is not positive
   */
  public ServerBehavior withTimelinePage(int entries) {
    if (entries < 1) {
      throw new IllegalArgumentException(
          "A page of " + entries + " entries leads nowhere: give at least 1.");
    }
    var next = new Decisions(decisions);
    next.timelinePage = entries;
    return new ServerBehavior(next);
  }

  /**
   * The same behavior, rejecting replies to items that are not open with this HTTP status.
   *
   * @throws IllegalArgumentException when it is neither 200 nor one of 400 to 499, or one that is
   *     told as another kind: 401, 403, 404, 408, 421 and 429
   */
  public ServerBehavior withClosedStatus(int status) {
    var next = new Decisions(decisions);
    next.closedStatus = Fault.rejecting(status);
    return new ServerBehavior(next);
  }

  /** Whether this is accepted. */
  public boolean accepts(OpenQuestion question) {
    return decisions.accepted.contains(question);
  }

  /** In what texts are measured. */
  public LengthUnit lengthUnit() {
    return decisions.lengthUnit;
  }

  /** When two tag names are the same. */
  public TagNames tagNames() {
    return decisions.tagNames;
  }

  /** In which order a list comes. */
  public ListOrder listOrder() {
    return decisions.listOrder;
  }

  /** What is answered to a cursor that is no entry of the timeline. */
  public UnknownCursor unknownCursor() {
    return decisions.unknownCursor;
  }

  /** How many items a list has where no number is asked for. */
  public int listStandard() {
    return decisions.listStandard;
  }

  /** How many items a list has at most. */
  public int listMaximum() {
    return decisions.listMaximum;
  }

  /** How many entries a page of a timeline has. */
  public int timelinePage() {
    return decisions.timelinePage;
  }

  /** The HTTP status that rejects replies to items that are not open. */
  public int closedStatus() {
    return decisions.closedStatus;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServerBehavior that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Names every decision. */
  @Override
  public String toString() {
    return "ServerBehavior[accepted="
        + decisions.accepted
        + ", lengthUnit="
        + decisions.lengthUnit
        + ", tagNames="
        + decisions.tagNames
        + ", listOrder="
        + decisions.listOrder
        + ", unknownCursor="
        + decisions.unknownCursor
        + ", listCount="
        + decisions.listStandard
        + ".."
        + decisions.listMaximum
        + ", timelinePage="
        + decisions.timelinePage
        + ", closedStatus="
        + decisions.closedStatus
        + "]";
  }

  /** Written once, while a behavior is being made; read-only from then on. */
  private static final class Decisions {
    private final Set<OpenQuestion> accepted = EnumSet.noneOf(OpenQuestion.class);
    private LengthUnit lengthUnit = LengthUnit.CODE_POINTS;
    private TagNames tagNames = TagNames.EXACT;
    private ListOrder listOrder = ListOrder.NEWEST_FIRST;
    private UnknownCursor unknownCursor = UnknownCursor.REJECTED;
    private int listStandard = 20;
    private int listMaximum = 100;
    private int timelinePage = 20;
    private int closedStatus = 400;

    private Decisions() {
      for (var question : OpenQuestion.values()) {
        if (question.documentedAnswer()) {
          accepted.add(question);
        }
      }
    }

    private Decisions(Decisions other) {
      accepted.addAll(other.accepted);
      lengthUnit = other.lengthUnit;
      tagNames = other.tagNames;
      listOrder = other.listOrder;
      unknownCursor = other.unknownCursor;
      listStandard = other.listStandard;
      listMaximum = other.listMaximum;
      timelinePage = other.timelinePage;
      closedStatus = other.closedStatus;
    }
  }
}
