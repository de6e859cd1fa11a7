package io.inboxport.text;

import java.nio.charset.StandardCharsets;

/** Ways in which networks measure the length of a text. */
public enum TextMeasure {
  /** In Unicode code points: an emoji outside the basic plane counts once. */
  CODE_POINTS("characters", 1) {
    @Override
    int count(String text) {
      return TextLimit.lengthOf(text);
    }
  },
  /** In UTF-16 code units, as {@link String#length()} counts. */
  UTF_16_UNITS("UTF-16 units", 1) {
    @Override
    int count(String text) {
      return text.length();
    }
  },
  /** In bytes of UTF-8. */
  UTF_8_BYTES("bytes", 3) {
    @Override
    int count(String text) {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }
  },
  /**
   * As X weighs a post: after normalization to NFC, a link counts 23, an emoji 2 whatever it is
   * made of, Latin and similar letters 1, and most other characters 2.
   *
   * <p>Source: X's page "Counting characters", and the third configuration of its library
   * twitter-text, read on 2026-11-28. Emoji and top-level domains are those of Unicode 16 and of
   * 2025-10-24; docs/advice.md lists where twitter-text 3.1.0 counts otherwise.
   */
  X_WEIGHTED("weighted characters", 6) {
    @Override
    int count(String text) {
      return WeightedLength.of(text);
    }
  };

  private final String unit;
  private final int mostPerChar;

  TextMeasure(String unit, int mostPerChar) {
    this.unit = unit;
    this.mostPerChar = mostPerChar;
  }

  /** Returns the unit in words, in the plural: {@code "weighted characters"}. */
  public String unit() {
    return unit;
  }

  /** Returns the length of a text. Takes time in proportion to it, and no network. */
  public int lengthOf(String text) {
    return count(text);
  }

  /** Returns whether a text is longer than this. Most texts are so short that none is counted. */
  public boolean isLonger(String text, int maximum) {
    return (long) text.length() * mostPerChar > maximum && count(text) > maximum;
  }

  abstract int count(String text);
}
