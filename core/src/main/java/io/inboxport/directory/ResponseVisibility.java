package io.inboxport.directory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Visibility of a canned response.
 *
 * <p>The vocabulary is open: any text that the server sends is kept. Texts are compared without
 * regard to case.
 *
 * @param text the text as the server wrote it; may be unknown or empty
 */
public record ResponseVisibility(String text) {
  /** Every user of the account sees it. */
  public static final ResponseVisibility SHARED = new ResponseVisibility("shared");

  /** Only the user who created it sees it. */
  public static final ResponseVisibility PRIVATE = new ResponseVisibility("private");

  private static final List<ResponseVisibility> VALUES = List.of(SHARED, PRIVATE);

  /** Creates the value. */
  public ResponseVisibility {
    Objects.requireNonNull(text, "text");
  }

  /** Returns the value for this text, which may be unknown or empty; never throws on a text. */
  public static ResponseVisibility of(String text) {
    return new ResponseVisibility(text);
  }

  /** Returns the values that the vendor documents. */
  public static List<ResponseVisibility> values() {
    return VALUES;
  }

  /** Returns whether the vendor documents this value. */
  public boolean isKnown() {
    return VALUES.contains(this);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ResponseVisibility that && folded().equals(that.folded());
  }

  @Override
  public int hashCode() {
    return folded().hashCode();
  }

  private String folded() {
    return text.toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    return text.isEmpty() ? "(none)" : text;
  }
}
