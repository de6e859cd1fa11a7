package io.inboxport.properties;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Draws of characters: letters are the simplest, then other ASCII, then all of Unicode. */
final class TextDraws {
  private static final int ASCII = 128;

  /** The characters of ASCII, by the draw that makes them. */
  private static final int[] BY_DRAW =
      IntStream.range(0, ASCII)
          .boxed()
          .sorted((a, b) -> Integer.compare(rank(a), rank(b)))
          .mapToInt(c -> c)
          .toArray();

  /**
   * Characters that tend to find mistakes: of ASCII by their draw, which the others are themselves.
   * The I that differ in Turkish, joiners, both ends of the surrogates, no characters.
   */
  private static final List<Long> EDGES =
      IntStream.concat(
              " \0\n\"\\%<I".chars().map(TextDraws::drawOf),
              IntStream.of(
                  0x80, 0xDF, 0x130, 0x131, 0x200D, 0x2028, 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0xFEFF,
                  0xFFFE, 0xFFFF, 0x10400, 0x1F600, 0x10FFFF))
          .asLongStream()
          .boxed()
          .toList();

  private static final DrawWish UNIT = wish(Character.MAX_VALUE);
  private static final DrawWish CODE_POINT = wish(Character.MAX_CODE_POINT);

  private TextDraws() {}

  /** Draws a text of at least and at most so many UTF-16 units. */
  static String text(CaseDraws draws, int min, int max, DrawWish sizes) {
    var text = new StringBuilder();
    draws.repeat(
        min,
        max,
        sizes,
        length -> {
          int codePoint = length < max - 1 ? codePoint(draws) : unit(draws);
          text.appendCodePoint(codePoint);
          return Character.charCount(codePoint);
        });
    return text.toString();
  }

  /** Draws a UTF-16 unit, which may be half of a pair. */
  static int unit(CaseDraws draws) {
    return character(draws.upTo(Character.MAX_VALUE, UNIT));
  }

  private static int codePoint(CaseDraws draws) {
    return character(draws.upTo(Character.MAX_CODE_POINT, CODE_POINT));
  }

  private static int character(long draw) {
    return draw < ASCII ? BY_DRAW[(int) draw] : (int) draw;
  }

  private static int drawOf(int ascii) {
    return IntStream.range(0, ASCII).filter(draw -> BY_DRAW[draw] == ascii).findAny().orElseThrow();
  }

  private static int rank(int ascii) {
    int kind;
    if (ascii >= 'a' && ascii <= 'z') {
      kind = 0;
    } else if (ascii >= 'A' && ascii <= 'Z') {
      kind = 1;
    } else if (ascii >= '0' && ascii <= '9') {
      kind = 2;
    } else {
      kind = ascii >= ' ' && ascii <= '~' ? 3 : 4;
    }
    return kind * ASCII + ascii;
  }

  private static DrawWish wish(int max) {
    return new DrawWish(
        EDGES.stream().filter(edge -> edge <= max).toList(), random -> choice(random, max));
  }

  /** Half is ASCII; the rest is of every plane, those of few characters in use more often. */
  private static long choice(SplittableRandom random, int max) {
    return switch (random.nextInt(8)) {
      case 0, 1, 2, 3 -> random.nextInt(ASCII);
      case 4 -> random.nextInt(0x250);
      case 5 -> random.nextInt(Character.MIN_SURROGATE, Character.MAX_SURROGATE + 1);
      case 6 -> random.nextInt(Character.MAX_VALUE + 1);
      default -> random.nextInt(max + 1);
    };
  }
}
