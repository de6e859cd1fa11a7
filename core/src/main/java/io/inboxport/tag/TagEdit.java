package io.inboxport.tag;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * Result of an edit of the tags of a conversation: what the server confirmed, compared with what
 * was there before and with what was asked for.
 *
 * @param before the names that were there, each once, immutable
 * @param confirmed the tags that the server confirmed, beside the names asked for. If nothing had
 *     to be written, these are the tags that were read
 */
public record TagEdit(List<TagName> before, ConfirmedTags confirmed) {
  /** Creates the result; the names are copied. */
  public TagEdit {
    before = List.copyOf(new LinkedHashSet<>(before));
    Objects.requireNonNull(confirmed, "confirmed");
  }

  /** Returns the tags that the server confirmed and that were not there before. */
  public List<Tag> added() {
    return confirmed.tags().stream().filter(tag -> !ConfirmedTags.isNamed(tag, before)).toList();
  }

  /** Returns the tags that the server confirmed and that were there before. */
  public List<Tag> kept() {
    return confirmed.tags().stream().filter(tag -> ConfirmedTags.isNamed(tag, before)).toList();
  }

  /** Returns the names that were there before, and that the server no longer tells. */
  public List<TagName> removed() {
    return ConfirmedTags.without(before, confirmed.tags());
  }

  /** Returns whether the conversation has the same names as before. */
  public boolean changedNothing() {
    return added().isEmpty() && removed().isEmpty();
  }

  /** Returns whether the server confirmed the names that were asked for, and no others. */
  public boolean isAsAsked() {
    return confirmed.isAsAsked();
  }
}
