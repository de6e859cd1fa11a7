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
    EPOCH_TEXT
  }

  /** Value of {@code AssigneeId} while no user is assigned. */
  public enum NoAssignee {
    /** {@code null}. */
    NULL,
    /** {@code ""}. */
    EMPTY,
    /** The key is not there. */
    ABSENT
  }

  private static final Dialect DOCUMENTED = new Builder().build();

  private final ErrorShape errors;
  private final ItemTypeSpelling itemTypes;
  private final TimestampForm timestamps;
  private final NoAssignee noAssignee;

  private Dialect(Builder builder) {
    this.errors = builder.errors;
    this.itemTypes = builder.itemTypes;
    this.timestamps = builder.timestamps;
    this.noAssignee = builder.noAssignee;
  }

  /**
   * The first value of everything: what comes closest to the vendor's samples; for errors and a
   * missing assignee, which they do not show, our choice.
   */
  public static Dialect documented() {
    return DOCUMENTED;
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
        + "]";
  }

  /** Builds a {@link Dialect}; not thread-safe. */
  public static final class Builder {
    private ErrorShape errors = ErrorShape.API_MESSAGE;
    private ItemTypeSpelling itemTypes = ItemTypeSpelling.AS_RECEIVED;
    private TimestampForm timestamps = TimestampForm.TEXT;
    private NoAssignee noAssignee = NoAssignee.NULL;

    private Builder() {}

    private Builder(Dialect dialect) {
      errors = dialect.errors;
      itemTypes = dialect.itemTypes;
      timestamps = dialect.timestamps;
      noAssignee = dialect.noAssignee;
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

    /** Builds the dialect. */
    public Dialect build() {
      return new Dialect(this);
    }
  }
}
