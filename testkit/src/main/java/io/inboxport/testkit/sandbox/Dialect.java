package io.inboxport.testkit.sandbox;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Dialect of the sandbox, for what the vendor writes in more than one way. Immutable.
 *
 * <p>A client has to read all of these: each was seen in public, or is what is documented nowhere.
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

  private static final Dialect DOCUMENTED =
      new Dialect(
          ErrorShape.API_MESSAGE,
          ItemTypeSpelling.AS_RECEIVED,
          TimestampForm.TEXT,
          NoAssignee.NULL);

  private final ErrorShape errors;
  private final ItemTypeSpelling itemTypes;
  private final TimestampForm timestamps;
  private final NoAssignee noAssignee;

  private Dialect(
      ErrorShape errors,
      ItemTypeSpelling itemTypes,
      TimestampForm timestamps,
      NoAssignee noAssignee) {
    this.errors = Objects.requireNonNull(errors, "errors");
    this.itemTypes = Objects.requireNonNull(itemTypes, "itemTypes");
    this.timestamps = Objects.requireNonNull(timestamps, "timestamps");
    this.noAssignee = Objects.requireNonNull(noAssignee, "noAssignee");
  }

  /**
   * The first value of everything: what comes closest to the vendor's samples; for errors and a
   * missing assignee, which they do not show, our choice.
   */
  public static Dialect documented() {
    return DOCUMENTED;
  }

  /** The same dialect with errors of this shape. */
  public Dialect withErrors(ErrorShape shape) {
    return new Dialect(shape, itemTypes, timestamps, noAssignee);
  }

  /** The same dialect with item types spelled so. */
  public Dialect withItemTypes(ItemTypeSpelling spelling) {
    return new Dialect(errors, spelling, timestamps, noAssignee);
  }

  /** The same dialect with points in time written so. */
  public Dialect withTimestamps(TimestampForm form) {
    return new Dialect(errors, itemTypes, form, noAssignee);
  }

  /** The same dialect with a missing assignee written so. */
  public Dialect withNoAssignee(NoAssignee form) {
    return new Dialect(errors, itemTypes, timestamps, form);
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
    return other instanceof Dialect that
        && errors == that.errors
        && itemTypes == that.itemTypes
        && timestamps == that.timestamps
        && noAssignee == that.noAssignee;
  }

  @Override
  public int hashCode() {
    return Objects.hash(errors, itemTypes, timestamps, noAssignee);
  }

  @Override
  public String toString() {
    return "Dialect[" + errors + ", " + itemTypes + ", " + timestamps + ", " + noAssignee + "]";
  }
}
