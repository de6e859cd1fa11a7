package io.inboxport;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Comparison of tag names with those that a server shows: it may have changed their letters, cut
 * them, or taken two for one.
 */
final class RewrittenNames {
  private static final Pattern ESCAPE = Pattern.compile("&#?\\w{1,31};");

  private static final String CUT_LETTER = "\uFFFD";

  /** A name that is shown at such a length may be a longer one that was cut. */
  private static final int LONG = 16;

  private RewrittenNames() {}

  /** Returns whether the names that are shown may be those that were asked for, and no others. */
  static boolean mayBe(Collection<String> asked, Collection<String> shown) {
    return asked.stream().allMatch(name -> shown.stream().anyMatch(tag -> mayBecome(name, tag)))
        && shown.stream().allMatch(tag -> asked.stream().anyMatch(name -> mayBecome(name, tag)));
  }

  private static boolean mayBecome(String asked, String shown) {
    if (asked.equals(shown)) {
      return true;
    }
    var plain = SentText.plain(shown);
    var letters = letters(asked);
    var left = letters(plain);
    boolean isCut =
        plain.contains(CUT_LETTER)
            || plain.endsWith("\u2026")
            || plain.endsWith("...")
            || plain.codePointCount(0, plain.length()) >= LONG;
    return letters.equals(left)
        || letters.equals(letters(shown))
        || isEscaped(asked, shown)
        || (isCut && !left.isEmpty() && letters.startsWith(left));
  }

  /** Returns whether the names are equal if each escape stands for some letter or two. */
  private static boolean isEscaped(String asked, String shown) {
    var parts = Arrays.stream(ESCAPE.split(shown, -1)).map(Pattern::quote);
    return Pattern.matches(parts.collect(Collectors.joining(".{1,2}")), asked);
  }

  /** Letters and digits without their accents, all of one case; marks alone have none. */
  private static String letters(String name) {
    return Normalizer.normalize(name, Normalizer.Form.NFKD)
        .replaceAll("[^\\p{L}\\p{N}]", "")
        .toUpperCase(Locale.ROOT)
        .toLowerCase(Locale.ROOT);
  }
}
