package io.inboxport.inmemory;

import io.inboxport.conversation.ConversationQuery;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Settings of the twin for everything that the vendor's pages leave open. One more setting says
 * whether the twin enforces that a reply needs an open item. All else follows those pages.
 *
 * <p>The {@linkplain #documented() documented} behavior is closest to what is documented or was
 * seen:
 *
 * <ul>
 *   <li>texts are measured in code points;
 *   <li>tag names are exact;
 *   <li>both ways to send no tags clear them;
 *   <li>lists come newest first, with 20 items if the query names no number, and 100 at most;
 *   <li>a page of a timeline has 20 entries;
 *   <li>an unknown cursor is rejected with status 400;
 *   <li>pages of tags and of canned responses are counted from 0;
 *   <li>a reply to an item that is not open is rejected with status 400;
 *   <li>a timeline shows replies and notes as they were written;
 *   <li>each {@link OpenQuestion} has the answer it names.
 * </ul>
 *
 * <p>Immutable and thread-safe. To change a behavior, change {@linkplain #toBuilder() its builder}.
 */
public final class ServerBehavior {
  /** Unit in which a text is measured against its limit. */
  public enum LengthUnit {
    /** Unicode code points: an emoji counts once. */
    CODE_POINTS,
    /** UTF-16 units, as {@link String#length()} counts: an emoji counts twice. */
    UTF_16_UNITS
  }

  /** Comparison of tag names. */
  public enum TagNames {
    /** Names are the same if they are equal as they stand: {@code VIP} and {@code vip} are two. */
    EXACT,
    /** Names are the same if they are equal without regard to case: the first spelling stays. */
    FOLDED
  }

  /** Ways of a form to send no tags that clear the tags. The others are rejected, status 400. */
  public enum TagClearing {
    /** None: tags can be replaced, and not cleared. */
    NEITHER,
    /** {@link EmptyTags#ELEMENT} alone. */
    ELEMENT,
    /** {@link EmptyTags#SCALAR} alone. */
    SCALAR,
    /** Either of the two. */
    BOTH;

    boolean takes(EmptyTags form) {
      return this == BOTH || name().equals(form.name());
    }
  }

  /** Order of a list. */
  public enum ListOrder {
    /** The latest {@code receive} comes first, whatever the item's {@link InboundItem#at}. */
    NEWEST_FIRST,
    /** The item that was received first comes first. */
    OLDEST_FIRST
  }

  /** Answer of a timeline to a cursor that is no entry of it. */
  public enum UnknownCursor {
    /** It is rejected, with status 400. */
    REJECTED,
    /** A page without entries. */
    EMPTY_PAGE,
    /** The newest page. */
    NEWEST_PAGE
  }

  private static final ServerBehavior DOCUMENTED = new Builder().build();

  private final Set<OpenQuestion> accepted;
  private final LengthUnit lengthUnit;
  private final TagNames tagNames;
  private final TagClearing tagClearing;
  private final ListOrder listOrder;
  private final UnknownCursor unknownCursor;
  private final int listStandard;
  private final int listMaximum;
  private final int timelinePage;
  private final int closedStatus;
  private final int firstPage;
  private final TextTreatment textTreatment;

  private ServerBehavior(Builder builder) {
    this.accepted = EnumSet.copyOf(builder.accepted);
    this.lengthUnit = builder.lengthUnit;
    this.tagNames = builder.tagNames;
    this.tagClearing = builder.tagClearing;
    this.listOrder = builder.listOrder;
    this.unknownCursor = builder.unknownCursor;
    this.listStandard = builder.listStandard;
    this.listMaximum = builder.listMaximum;
    this.timelinePage = builder.timelinePage;
    this.closedStatus = builder.closedStatus;
    this.firstPage = builder.firstPage;
    this.textTreatment = builder.textTreatment;
  }

  /** Returns the behavior that is closest to what is documented or was seen. */
  public static ServerBehavior documented() {
    return DOCUMENTED;
  }

  /** Returns a builder that holds the settings of this behavior. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** Returns whether the server accepts this. */
  public boolean accepts(OpenQuestion question) {
    return accepted.contains(question);
  }

  /** Returns the unit in which texts are measured. */
  public LengthUnit lengthUnit() {
    return lengthUnit;
  }

  /** Returns how tag names are compared. */
  public TagNames tagNames() {
    return tagNames;
  }

  /** Returns which ways to send no tags clear the tags. */
  public TagClearing tagClearing() {
    return tagClearing;
  }

  /** Returns the order of a list. */
  public ListOrder listOrder() {
    return listOrder;
  }

  /** Returns the answer to a cursor that is no entry of the timeline. */
  public UnknownCursor unknownCursor() {
    return unknownCursor;
  }

  /** Returns how many items a list has if the query names no number. */
  public int listStandard() {
    return listStandard;
  }

  /** Returns how many items a list has at most. */
  public int listMaximum() {
    return listMaximum;
  }

  /** Returns how many entries a page of a timeline has. */
  public int timelinePage() {
    return timelinePage;
  }

  /** Returns the HTTP status that rejects replies to items that are not open. */
  public int closedStatus() {
    return closedStatus;
  }

  /** Returns the number of the first page of tags and of canned responses: 0 or 1. */
  public int firstPage() {
    return firstPage;
  }

  /** Returns what becomes of the text of a reply or a note in a timeline. */
  public TextTreatment textTreatment() {
    return textTreatment;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ServerBehavior that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Names every setting. */
  @Override
  public String toString() {
    return "ServerBehavior[accepted="
        + accepted
        + ", lengthUnit="
        + lengthUnit
        + ", tagNames="
        + tagNames
        + ", tagClearing="
        + tagClearing
        + ", listOrder="
        + listOrder
        + ", unknownCursor="
        + unknownCursor
        + ", listCount="
        + listStandard
        + ".."
        + listMaximum
        + ", timelinePage="
        + timelinePage
        + ", closedStatus="
        + closedStatus
        + ", firstPage="
        + firstPage
        + ", textTreatment="
        + textTreatment
        + "]";
  }

  /** Builds a {@link ServerBehavior}; not thread-safe. */
  public static final class Builder {
    private final Set<OpenQuestion> accepted = EnumSet.noneOf(OpenQuestion.class);
    private LengthUnit lengthUnit = LengthUnit.CODE_POINTS;
    private TagNames tagNames = TagNames.EXACT;
    private TagClearing tagClearing = TagClearing.BOTH;
    private ListOrder listOrder = ListOrder.NEWEST_FIRST;
    private UnknownCursor unknownCursor = UnknownCursor.REJECTED;
    private int listStandard = 20;
    private int listMaximum = 100;
    private int timelinePage = 20;
    private int closedStatus = 400;
    private int firstPage;
    private TextTreatment textTreatment = TextTreatment.asWritten();

    private Builder() {
      for (var question : OpenQuestion.values()) {
        if (question.documentedAnswer()) {
          accepted.add(question);
        }
      }
    }

    private Builder(ServerBehavior behavior) {
      accepted.addAll(behavior.accepted);
      lengthUnit = behavior.lengthUnit;
      tagNames = behavior.tagNames;
      tagClearing = behavior.tagClearing;
      listOrder = behavior.listOrder;
      unknownCursor = behavior.unknownCursor;
      listStandard = behavior.listStandard;
      listMaximum = behavior.listMaximum;
      timelinePage = behavior.timelinePage;
      closedStatus = behavior.closedStatus;
      firstPage = behavior.firstPage;
      textTreatment = behavior.textTreatment;
    }

    /** Accepts this. */
    public Builder accepting(OpenQuestion question) {
      accepted.add(Objects.requireNonNull(question, "question"));
      return this;
    }

    /** Rejects this. */
    public Builder rejecting(OpenQuestion question) {
      accepted.remove(Objects.requireNonNull(question, "question"));
      return this;
    }

    /** Measures texts in this unit. */
    public Builder lengthUnit(LengthUnit lengthUnit) {
      this.lengthUnit = Objects.requireNonNull(lengthUnit, "lengthUnit");
      return this;
    }

    /** Compares tag names so. */
    public Builder tagNames(TagNames tagNames) {
      this.tagNames = Objects.requireNonNull(tagNames, "tagNames");
      return this;
    }

    /**
     * Clears the tags by these ways to send none. {@link InMemoryInboxGateway#replaceTags} without
     * a name is rejected unless {@link EmptyTags#SCALAR} clears, since the HTTP adapter sends that.
     */
    public Builder tagClearing(TagClearing tagClearing) {
      this.tagClearing = Objects.requireNonNull(tagClearing, "tagClearing");
      return this;
    }

    /**
     * Counts the pages of tags and of canned responses from this number.
     *
     * @throws IllegalArgumentException when it is neither 0 nor 1
     */
    public Builder firstPage(int number) {
      if (number < 0 || number > 1) {
        throw new IllegalArgumentException("The first page is " + number + ": give 0 or 1.");
      }
      this.firstPage = number;
      return this;
    }

    /** Lists in this order. */
    public Builder listOrder(ListOrder listOrder) {
      this.listOrder = Objects.requireNonNull(listOrder, "listOrder");
      return this;
    }

    /** Answers so to a cursor that is no entry of the timeline. */
    public Builder unknownCursor(UnknownCursor unknownCursor) {
      this.unknownCursor = Objects.requireNonNull(unknownCursor, "unknownCursor");
      return this;
    }

    /**
     * Lists this many items.
     *
     * @param standard how many come if {@link ConversationQuery#atMost} does not say
     * @param maximum how many come at most
     * @throws IllegalArgumentException when the standard is not between 1 and the maximum
     */
    public Builder listCount(int standard, int maximum) {
      if (standard < 1 || standard > maximum) {
        throw new IllegalArgumentException(
            "The count is "
                + standard
                + " as a rule and "
                + maximum
                + " at most: give at least 1, and no more than the maximum.");
      }
      listStandard = standard;
      listMaximum = maximum;
      return this;
    }

    /**
     * Puts this many entries on a page of a timeline.
     *
     * @throws IllegalArgumentException when the number is not positive
     */
    public Builder timelinePage(int entries) {
      if (entries < 1) {
        throw new IllegalArgumentException(
            "A page of " + entries + " entries leads nowhere: give at least 1.");
      }
      timelinePage = entries;
      return this;
    }

    /**
     * Rejects replies to items that are not open with this HTTP status.
     *
     * @throws IllegalArgumentException when it is neither 200 nor one of 400 to 499. The statuses
     *     of other kinds are refused too: 401, 403, 404, 408, 421 and 429
     */
    public Builder closedStatus(int status) {
      closedStatus = Fault.rejecting(status);
      return this;
    }

    /**
     * Shows replies and notes in timelines after this treatment. What was sent stays as it is, and
     * so does what customers say.
     */
    public Builder textTreatment(TextTreatment textTreatment) {
      this.textTreatment = Objects.requireNonNull(textTreatment, "textTreatment");
      return this;
    }

    /** Builds the behavior. */
    public ServerBehavior build() {
      return new ServerBehavior(this);
    }
  }
}
