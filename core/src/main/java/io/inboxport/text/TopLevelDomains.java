package io.inboxport.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Top-level domains, by which a name without {@code https://} is known as a link. Read once. */
final class TopLevelDomains {
  private static final String FILE = "top-level-domains.txt";
  private static final Set<String> NAMES = read();

  private TopLevelDomains() {}

  /** Returns whether there is one of this name, in letters of any case. */
  static boolean contains(String name) {
    return NAMES.contains(name.toLowerCase(Locale.ROOT));
  }

  private static Set<String> read() {
    var in = Objects.requireNonNull(TopLevelDomains.class.getResourceAsStream(FILE), FILE);
    try (var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      return reader
          .lines()
          .filter(line -> !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
