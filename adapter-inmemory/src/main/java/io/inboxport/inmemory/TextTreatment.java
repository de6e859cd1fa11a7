package io.inboxport.inmemory;

import io.inboxport.text.TextLimit;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Treatment that servers and networks give to the text of a reply or a note before a timeline shows
 * it. {@link ServerBehavior} says which one the twin gives.
 *
 * <p>Immutable and thread-safe. Two treatments are equal if their names are.
 */
public final class TextTreatment {
  private static final int LAST_OF_ASCII = 0x7F;

  private static final TextTreatment AS_WRITTEN = of("as-written", text -> text);
  private static final TextTreatment HTML_ENTITIES = of("html-entities", TextTreatment::escaped);
  private static final TextTreatment BASIC_PLANE =
      of("basic-plane", text -> keeping(text, Character::isBmpCodePoint));
  private static final TextTreatment EMPTY = of("empty", text -> "");
  private static final TextTreatment SPLIT_IN_TWO =
      new TextTreatment("split-in-two", TextTreatment::halves);

  private final String name;
  private final Function<String, List<String>> entries;

  private TextTreatment(String name, Function<String, List<String>> entries) {
    this.name = Objects.requireNonNull(name, "name");
    this.entries = entries;
  }

  /**
   * Any other treatment.
   *
   * @param name what tells it from others; it must tell nothing of a customer
   * @param shown makes of a text what is shown instead; must be thread-safe and return no null
   */
  public static TextTreatment of(String name, UnaryOperator<String> shown) {
    Objects.requireNonNull(shown, "shown");
    return new TextTreatment(name, text -> List.of(shown.apply(text)));
  }

  /** Shows the text as it was written. */
  public static TextTreatment asWritten() {
    return AS_WRITTEN;
  }

  /**
   * Cuts the text.
   *
   * @param codePoints how many code points are left of it, 0 or more
   * @throws IllegalArgumentException when the number is negative
   */
  public static TextTreatment truncated(int codePoints) {
    checkNumber(codePoints);
    return of("truncated:" + codePoints, text -> firstOf(text, codePoints));
  }

  /**
   * Cuts the text, and puts {@code …} behind it if something was cut off.
   *
   * @param codePoints how many code points are left of it, 0 or more; the {@code …} comes on top
   * @throws IllegalArgumentException when the number is negative
   */
  public static TextTreatment ellipsis(int codePoints) {
    checkNumber(codePoints);
    return of(
        "ellipsis:" + codePoints,
        text ->
            TextLimit.lengthOf(text) > codePoints ? firstOf(text, codePoints) + "\u2026" : text);
  }

  /** Escapes markup as HTML does, and every character outside ASCII by its number. */
  public static TextTreatment htmlEntities() {
    return HTML_ENTITIES;
  }

  /** Drops the characters outside the basic plane, such as emoji. */
  public static TextTreatment basicPlane() {
    return BASIC_PLANE;
  }

  /** Puts a signature behind the text. */
  public static TextTreatment appending(String signature) {
    return of("appending:" + signature, text -> text + signature);
  }

  /**
   * Mentions a person by name instead of handle.
   *
   * @param handle the handle without its {@code @}
   * @param person the name that is shown instead of {@code @} and handle
   */
  public static TextTreatment mention(String handle, String person) {
    return of("mention:" + handle + "=" + person, text -> text.replace("@" + handle, person));
  }

  /** Shows the text in two entries, the first half first; of one code point there is one. */
  public static TextTreatment splitInTwo() {
    return SPLIT_IN_TWO;
  }

  /** Shows an empty text. */
  public static TextTreatment empty() {
    return EMPTY;
  }

  /** Shows this instead of every text, such as {@code [image]}. */
  public static TextTreatment placeholder(String shown) {
    return of("placeholder:" + shown, text -> shown);
  }

  /** Returns the contents of the entries that show the text, in order; at least one. */
  List<String> entriesOf(String text) {
    return entries.apply(text);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TextTreatment that && name.equals(that.name);
  }

  @Override
  public int hashCode() {
    return name.hashCode();
  }

  /** Returns its name. */
  @Override
  public String toString() {
    return name;
  }

  private static void checkNumber(int codePoints) {
    if (codePoints < 0) {
      throw new IllegalArgumentException(
          "A text cannot be cut to " + codePoints + " code points: give 0 or more.");
    }
  }

  private static String firstOf(String text, int codePoints) {
    return text.substring(
        0, text.offsetByCodePoints(0, Math.min(codePoints, TextLimit.lengthOf(text))));
  }

  private static String keeping(String text, IntPredicate kept) {
    return text.codePoints()
        .filter(kept)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String escaped(String text) {
    return text.codePoints().mapToObj(TextTreatment::escaped).collect(Collectors.joining());
  }

  private static String escaped(int codePoint) {
    return switch (codePoint) {
      case '&' -> "&amp;";
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '"' -> "&quot;";
      case '\'' -> "&#39;";
      default -> codePoint > LAST_OF_ASCII ? "&#" + codePoint + ";" : Character.toString(codePoint);
    };
  }

  private static List<String> halves(String text) {
    var first = firstOf(text, TextLimit.lengthOf(text) / 2);
    return first.isEmpty() ? List.of(text) : List.of(first, text.substring(first.length()));
  }
}
