package io.inboxport.text;

/** Finder of emoji that are made of several code points, by the grammar of Unicode's UTS #51. */
final class EmojiSequence {
  private static final int ZERO_WIDTH_JOINER = 0x200D;
  private static final int TEXT_STYLE = 0xFE0E;
  private static final int EMOJI_STYLE = 0xFE0F;
  private static final int KEYCAP = 0x20E3;

  /** First and last code points of the property Extended_Pictographic, of Unicode 16. */
  private static final int[] PICTOGRAPHIC = {
    0x00A9, 0x00A9, 0x00AE, 0x00AE, 0x203C, 0x203C, 0x2049, 0x2049, 0x2122, 0x2122, 0x2139, 0x2139,
    0x2194, 0x2199, 0x21A9, 0x21AA, 0x231A, 0x231B, 0x2328, 0x2328, 0x2388, 0x2388, 0x23CF, 0x23CF,
    0x23E9, 0x23F3, 0x23F8, 0x23FA, 0x24C2, 0x24C2, 0x25AA, 0x25AB, 0x25B6, 0x25B6, 0x25C0, 0x25C0,
    0x25FB, 0x25FE, 0x2600, 0x2605, 0x2607, 0x2612, 0x2614, 0x2685, 0x2690, 0x2705, 0x2708, 0x2712,
    0x2714, 0x2714, 0x2716, 0x2716, 0x271D, 0x271D, 0x2721, 0x2721, 0x2728, 0x2728, 0x2733, 0x2734,
    0x2744, 0x2744, 0x2747, 0x2747, 0x274C, 0x274C, 0x274E, 0x274E, 0x2753, 0x2755, 0x2757, 0x2757,
    0x2763, 0x2767, 0x2795, 0x2797, 0x27A1, 0x27A1, 0x27B0, 0x27B0, 0x27BF, 0x27BF, 0x2934, 0x2935,
    0x2B05, 0x2B07, 0x2B1B, 0x2B1C, 0x2B50, 0x2B50, 0x2B55, 0x2B55, 0x3030, 0x3030, 0x303D, 0x303D,
    0x3297, 0x3297, 0x3299, 0x3299, 0x1F000, 0x1F0FF, 0x1F10D, 0x1F10F, 0x1F12F, 0x1F12F, 0x1F16C,
    0x1F171, 0x1F17E, 0x1F17F, 0x1F18E, 0x1F18E, 0x1F191, 0x1F19A, 0x1F1AD, 0x1F1E5, 0x1F201,
    0x1F20F, 0x1F21A, 0x1F21A, 0x1F22F, 0x1F22F, 0x1F232, 0x1F23A, 0x1F23C, 0x1F23F, 0x1F249,
    0x1F3FA, 0x1F400, 0x1F53D, 0x1F546, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F774, 0x1F77F, 0x1F7D5,
    0x1F7FF, 0x1F80C, 0x1F80F, 0x1F848, 0x1F84F, 0x1F85A, 0x1F85F, 0x1F888, 0x1F88F, 0x1F8AE,
    0x1F8FF, 0x1F90C, 0x1F93A, 0x1F93C, 0x1F945, 0x1F947, 0x1FAFF, 0x1FC00, 0x1FFFD
  };

  private EmojiSequence() {}

  /**
   * Returns the end of the emoji that begins at this place, if it has at least two code points; the
   * place itself if there is none, or one of a single code point.
   */
  static int end(String text, int start) {
    int first = text.codePointAt(start);
    int second = start + Character.charCount(first);
    int end = second;
    if (isKeycapBase(first)) {
      end = past(text, past(text, second, EMOJI_STYLE), KEYCAP);
      return end > second && text.charAt(end - 1) == KEYCAP ? end : start;
    }
    if (isFlagLetter(first)) {
      return isFlagLetter(at(text, second)) ? second + 2 : start;
    }
    if (!isPictographic(first) || at(text, second) == TEXT_STYLE) {
      return start;
    }
    end = element(text, second);
    while (at(text, end) == ZERO_WIDTH_JOINER && isPictographic(at(text, end + 1))) {
      int next = end + 1;
      end = element(text, next + Character.charCount(text.codePointAt(next)));
    }
    return end > second ? end : start;
  }

  /** Steps over what may follow a pictograph: style, skin, and the letters of a flag. */
  private static int element(String text, int from) {
    int end = past(text, from, EMOJI_STYLE);
    while (isSkin(at(text, end)) || isTag(at(text, end))) {
      end += 2;
    }
    return end;
  }

  /** Steps over this code unit, if it is there. */
  private static int past(String text, int at, int unit) {
    return at(text, at) == unit ? at + 1 : at;
  }

  private static int at(String text, int place) {
    return place < text.length() ? text.codePointAt(place) : -1;
  }

  private static boolean isKeycapBase(int codePoint) {
    return (codePoint >= '0' && codePoint <= '9') || codePoint == '#' || codePoint == '*';
  }

  private static boolean isFlagLetter(int codePoint) {
    return codePoint >= 0x1F1E6 && codePoint <= 0x1F1FF;
  }

  private static boolean isSkin(int codePoint) {
    return codePoint >= 0x1F3FB && codePoint <= 0x1F3FF;
  }

  private static boolean isTag(int codePoint) {
    return codePoint >= 0xE0020 && codePoint <= 0xE007F;
  }

  private static boolean isPictographic(int codePoint) {
    for (int i = 0; i < PICTOGRAPHIC.length && codePoint >= PICTOGRAPHIC[i]; i += 2) {
      if (codePoint <= PICTOGRAPHIC[i + 1]) {
        return true;
      }
    }
    return false;
  }
}
