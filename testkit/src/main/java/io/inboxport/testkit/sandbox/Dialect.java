package io.inboxport.testkit.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Dialect of the sandbox, for what the vendor writes in more than one way.
 *
 * <p>A client has to read all of these: each was seen in public, or is what is documented nowhere.
 *
 * <p>Immutable and thread-safe. To change a dialect, change {@linkplain #toBuilder() its builder}.
 */
public final class Dialect {
  /** The shape of {@code Errors}. */
  public enum ErrorShape {
    /** {@code {"api":{"message":"…"}}}. */
    API_MESSAGE,
    /** {@code {"API":{"Error":"…"}}}. */
    API_ERROR,
    /** {@code {"Param":{"get":"…"}}}. */
    PARAM,
    /** {@code []}: no words at all. */
    EMPTY_LIST,
    /** No {@code Errors} at all. */
    ABSENT
  }

  /** Spelling of an item type. */
  public enum ItemTypeSpelling {
    /** As it was received: {@code Conversation}, as the vendor's filters have it. */
    AS_RECEIVED,
    /** {@code conversation}, as one of the vendor's samples has it. */
    LOWER_CASE,
    /** {@code CONVERSATION}. */
    UPPER_CASE
  }

  /** Form of a point in time; always UTC. */
  public enum TimestampForm {
    /** {@code "2025-03-10 14:22:00"}, as in the vendor's samples. */
    TEXT,
    /** {@code 1741616520}, as the vendor's prose has it. */
    EPOCH_NUMBER,
    /** {@code "1741616520"}. */
    EPOCH_TEXT,
    /** {@code {"date":"2025-03-10 14:22:00.000000","timezone_type":3,"timezone":"UTC"}}. */
    DATE_OBJECT
  }

  /** Value of {@code AssigneeId} while no user is assigned. */
  public enum NoAssignee {
    /** {@code null}. */
    NULL,
    /** {@code ""}. */
    EMPTY,
    /** The key is not there. */
    ABSENT,
    /** {@code "0"}. */
    ZERO
  }

  /** Program that writes the JSON. */
  public enum JsonWriter {
    /** Nothing is escaped that need not be; half a character is a question mark. */
    PLAIN,
    /**
     * As PHP's {@code json_encode}: slashes and all characters beyond ASCII are escaped, and an
     * object without a field is {@code []}. If a text has half a character, there is no body at
     * all.
     */
    PHP
  }

  /** Form of {@code Conversations} if no item is in it, and none was left out. */
  public enum EmptyPageForm {
    /** {@code {"Total":0,"Items":[]}}. */
    OBJECT,
    /** {@code []}: nothing is said of a total. */
    LIST
  }

  /** Form of a number. */
  public enum NumberForm {
    /** {@code 42}. */
    NUMBER,
    /** {@code "42"}, as database drivers hand numbers on. */
    TEXT
  }

  /** Form of a list that is not empty. */
  public enum ListForm {
    /** {@code ["a","b"]}. */
    LIST,
    /** {@code {"0":"a","2":"b"}}, as PHP writes a list from which elements were taken out. */
    GAPS
  }

  /** Form of a user or a profile that an item or an entry names. */
  public enum ReferenceForm {
    /** The id of the user, the name of the profile. */
    TEXT,
    /** {@code {"Id":"00A000000000001","Name":"…"}}. */
    OBJECT
  }

  /** Words that a program puts before the answer to a call that was executed. */
  public enum WarningForm {
    /** None. */
    NONE,
    /** A warning of PHP in HTML. */
    HTML
  }

  private static final Dialect DOCUMENTED = new Builder().build();
  private static final Dialect PHP =
      new Builder()
          .timestamps(TimestampForm.DATE_OBJECT)
          .noAssignee(NoAssignee.ZERO)
          .json(JsonWriter.PHP)
          .numbers(NumberForm.TEXT)
          .lists(ListForm.GAPS)
          .references(ReferenceForm.OBJECT)
          .build();

  private final ErrorShape errors;
  private final ItemTypeSpelling itemTypes;
  private final TimestampForm timestamps;
  private final NoAssignee noAssignee;
  private final JsonWriter json;
  private final EmptyPageForm emptyPages;
  private final NumberForm numbers;
  private final ListForm lists;
  private final ReferenceForm references;
  private final WarningForm warnings;

  private Dialect(Builder builder) {
    this.errors = builder.errors;
    this.itemTypes = builder.itemTypes;
    this.timestamps = builder.timestamps;
    this.noAssignee = builder.noAssignee;
    this.json = builder.json;
    this.emptyPages = builder.emptyPages;
    this.numbers = builder.numbers;
    this.lists = builder.lists;
    this.references = builder.references;
    this.warnings = builder.warnings;
  }

  /**
   * The first value of everything: what comes closest to the vendor's samples; for errors and a
   * missing assignee, which they do not show, our choice.
   */
  public static Dialect documented() {
    return DOCUMENTED;
  }

  /**
   * Dialect of a sound program in PHP: the JSON of PHP, numbers as texts, lists with gaps, users
   * and times as objects. A program that fails while it answers also has {@link WarningForm#HTML}.
   * One that finds nothing may have {@link EmptyPageForm#LIST}.
   */
  public static Dialect php() {
    return PHP;
  }

  /** Returns a builder that holds the settings of this dialect. */
  public Builder toBuilder() {
    return new Builder(this);
  }

  /** The shape of errors. */
  public ErrorShape errors() {
    return errors;
  }

  /** The spelling of item types. */
  public ItemTypeSpelling itemTypes() {
    return itemTypes;
  }

  /** The form of points in time. */
  public TimestampForm timestamps() {
    return timestamps;
  }

  /** The form of a missing assignee. */
  public NoAssignee noAssignee() {
    return noAssignee;
  }

  /** The program that writes the JSON. */
  public JsonWriter json() {
    return json;
  }

  /** The form of a page of nothing. */
  public EmptyPageForm emptyPages() {
    return emptyPages;
  }

  /** The form of numbers. */
  public NumberForm numbers() {
    return numbers;
  }

  /** The form of lists that are not empty. */
  public ListForm lists() {
    return lists;
  }

  /** The form of users and profiles. */
  public ReferenceForm references() {
    return references;
  }

  /** The words before the answer to a call that was executed. */
  public WarningForm warnings() {
    return warnings;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Dialect that && toString().equals(that.toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** Names every setting. */
  @Override
  public String toString() {
    return "Dialect[errors="
        + errors
        + ", itemTypes="
        + itemTypes
        + ", timestamps="
        + timestamps
        + ", noAssignee="
        + noAssignee
        + ", json="
        + json
        + ", emptyPages="
        + emptyPages
        + ", numbers="
        + numbers
        + ", lists="
        + lists
        + ", references="
        + references
        + ", warnings="
        + warnings
        + "]";
  }

  /** Builds a {@link Dialect}; not thread-safe. */
  public static final class Builder {
    private ErrorShape errors = ErrorShape.API_MESSAGE;
    private ItemTypeSpelling itemTypes = ItemTypeSpelling.AS_RECEIVED;
    private TimestampForm timestamps = TimestampForm.TEXT;
    private NoAssignee noAssignee = NoAssignee.NULL;
    private JsonWriter json = JsonWriter.PLAIN;
    private EmptyPageForm emptyPages = EmptyPageForm.OBJECT;
    private NumberForm numbers = NumberForm.NUMBER;
    private ListForm lists = ListForm.LIST;
    private ReferenceForm references = ReferenceForm.TEXT;
    private WarningForm warnings = WarningForm.NONE;

    private Builder() {}

    private Builder(Dialect dialect) {
      errors = dialect.errors;
      itemTypes = dialect.itemTypes;
      timestamps = dialect.timestamps;
      noAssignee = dialect.noAssignee;
      json = dialect.json;
      emptyPages = dialect.emptyPages;
      numbers = dialect.numbers;
      lists = dialect.lists;
      references = dialect.references;
      warnings = dialect.warnings;
    }

    /** Writes errors in this shape. */
    public Builder errors(ErrorShape shape) {
      errors = Objects.requireNonNull(shape, "shape");
      return this;
    }

    /** Spells item types so. */
    public Builder itemTypes(ItemTypeSpelling spelling) {
      itemTypes = Objects.requireNonNull(spelling, "spelling");
      return this;
    }

    /** Writes points in time so. */
    public Builder timestamps(TimestampForm form) {
      timestamps = Objects.requireNonNull(form, "form");
      return this;
    }

    /** Writes a missing assignee so. */
    public Builder noAssignee(NoAssignee form) {
      noAssignee = Objects.requireNonNull(form, "form");
      return this;
    }

    /** Lets this program write the JSON. */
    public Builder json(JsonWriter writer) {
      json = Objects.requireNonNull(writer, "writer");
      return this;
    }

    /** Writes a page of nothing so. */
    public Builder emptyPages(EmptyPageForm form) {
      emptyPages = Objects.requireNonNull(form, "form");
      return this;
    }

    /** Writes numbers so. */
    public Builder numbers(NumberForm form) {
      numbers = Objects.requireNonNull(form, "form");
      return this;
    }

    /** Writes lists that are not empty so. */
    public Builder lists(ListForm form) {
      lists = Objects.requireNonNull(form, "form");
      return this;
    }

    /** Writes users and profiles so. */
    public Builder references(ReferenceForm form) {
      references = Objects.requireNonNull(form, "form");
      return this;
    }

    /** Puts this before the answer to a call that was executed. */
    public Builder warnings(WarningForm form) {
      warnings = Objects.requireNonNull(form, "form");
      return this;
    }

    /** Builds the dialect. */
    public Dialect build() {
      return new Dialect(this);
    }
  }
}
