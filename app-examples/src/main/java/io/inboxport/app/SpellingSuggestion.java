package io.inboxport.app;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Guesses what was meant to be typed. */
final class SpellingSuggestion {
  private SpellingSuggestion() {}

  /** The candidate nearest to what was typed, unless none is near. */
  static Optional<String> nearest(String typed, Collection<String> candidates) {
    var word = typed.toLowerCase(Locale.ROOT);
    int tolerance = Math.max(1, word.length() / 3);
    return candidates.stream()
        .filter(candidate -> distance(word, candidate.toLowerCase(Locale.ROOT)) <= tolerance)
        .min(Comparator.comparingInt(c -> distance(word, c.toLowerCase(Locale.ROOT))));
  }

  /** Counts the letters to put in, take out, change, or swap with their neighbour. */
  private static int distance(String a, String b) {
    var d = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          d[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        d[i][j] = Math.min(Math.min(d[i - 1][j], d[i][j - 1]) + 1, d[i - 1][j - 1] + change);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
        }
      }
    }
    return d[a.length()][b.length()];
  }
}
