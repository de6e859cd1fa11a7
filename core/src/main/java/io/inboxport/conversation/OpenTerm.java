package io.inboxport.conversation;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Word of a vocabulary that the API keeps extending. It keeps the text it was given, and knows the
 * vendor's spelling if the word is known to this version.
 */
abstract class OpenTerm<K extends Enum<K>> {
  private final String text;
  private final String name;
  private final String folded;
  // Kept wrapped: the rules ask for it, and a verdict that is allowed allocates nothing.
  private final Optional<K> known;

  OpenTerm(String text, String name, @Nullable K known) {
    this.text = Objects.requireNonNull(text, "text");
    this.name = name;
    this.folded = name.toLowerCase(Locale.ROOT);
    this.known = Optional.ofNullable(known);
  }

  /**
   * Returns the word that a text stands for: the known one itself, a known one in another spelling,
   * or an unknown one.
   */
  static <K extends Enum<K>, T extends OpenTerm<K>> T find(
      String text, List<T> known, Constructor<K, T> constructor) {
    // No iterators: a conversation has three words, and a call over a network is held to 1.25
    // times the bytes of a bare client.
    for (int i = 0; i < known.size(); i++) {
      if (known.get(i).name().equals(text)) {
        return known.get(i);
      }
    }
    for (var term : known) {
      if (term.name().equalsIgnoreCase(text)) {
        return constructor.create(text, term.name(), term.known().orElse(null));
      }
    }
    return constructor.create(text, text, null);
  }

  /** Returns the text exactly as it was given. */
  public final String text() {
    return text;
  }

  /** Returns the vendor's spelling if the value is known, else the text as it was given. */
  public final String name() {
    return name;
  }

  /** Returns the known value, or empty if this version does not know it. */
  public final Optional<K> known() {
    return known;
  }

  @Override
  @SuppressWarnings("EqualsGetClass") // Only final classes of this package extend it.
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

  /** Constructor of one kind of word. */
  @FunctionalInterface
  interface Constructor<K extends Enum<K>, T extends OpenTerm<K>> {
    T create(String text, String name, @Nullable K known);
  }
}
