package io.inboxport.text;

import java.text.Normalizer;

/** Length of a text as X weighs it. */
final class WeightedLength {
  private static final int LINK = 23;
  private static final int EMOJI = 2;
  private static final int USUAL = 2;

  private WeightedLength() {}

  static int of(String text) {
    var normal = Normalizer.normalize(text, Normalizer.Form.NFC);
    var link = new LinkFinder(normal);
    link.advance();
    int length = 0;
    int at = 0;
    while (at < normal.length()) {
      if (at == link.start()) {
        length += LINK;
        at = link.end();
        link.advance();
        continue;
      }
      int end = EmojiSequence.end(normal, at);
      length += end > at ? EMOJI : weight(normal.codePointAt(at));
      at = end > at ? end : at + Character.charCount(normal.codePointAt(at));
    }
    return length;
  }

  /** The ranges of one character are Latin to Georgian, and parts of the general punctuation. */
  private static int weight(int codePoint) {
    boolean isLight =
        codePoint <= 0x10FF
            || (codePoint >= 0x2000 && codePoint <= 0x200D)
            || (codePoint >= 0x2010 && codePoint <= 0x201F)
            || (codePoint >= 0x2032 && codePoint <= 0x2037);
    return isLight ? 1 : USUAL;
  }
}
