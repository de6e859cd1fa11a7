package io.inboxport.conversation;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A word of a vocabulary that the API keeps extending. */
abstract sealed class OpenTerm<K extends Enum<K>> permits Network, ItemType, Status {
  private final String text;
  private final String name;
  private final String folded;
  // Kept wrapped: the rules look it up on every call and must not allocate.
  private final Optional<K> known;

  OpenTerm(String text, String name, @Nullable K known) {
    this.text = Objects.requireNonNull(text, "text");
    this.name = name;
    this.folded = name.toLowerCase(Locale.ROOT);
    this.known = Optional.ofNullable(known);
  }

  /** The text exactly as it was given. */
  public final String text() {
    return text;
  }

  /** The vendor's spelling where the value is known, else the text as it was given. */
  public final String name() {
    return name;
  }

  /** The known value, or empty where this version does not know it. */
  public final Optional<K> known() {
    return known;
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // The hierarchy is sealed, and each of its leaves is final.
  public final boolean equals(@Nullable Object other) {
    return other != null
        && other.getClass() == getClass()
        && ((OpenTerm<?>) other).folded.equals(folded);
  }

  @Override
  public final int hashCode() {
    return folded.hashCode();
  }

  @Override
  public final String toString() {
    return name.isEmpty() ? "(none)" : name;
  }
}
