package io.inboxport.directory;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Text of a canned response with places to fill, such as {@code {{name}}}. The vendor documents no
 * places: these are a habit of this library, and a text without any stays as it is.
 *
 * <p>A name has letters, digits, underscores and hyphens. A value is taken as it stands: what looks
 * like a place within it is not filled. Immutable and thread-safe.
 */
public final class ResponseTemplate {
  private static final Pattern PLACE =
      Pattern.compile("\\{\\{\\s*([\\p{L}\\p{N}_-]{1,64})\\s*\\}\\}");

  private final String text;

  private ResponseTemplate(String text) {
    this.text = text;
  }

  /** Returns the template that this canned response holds. */
  public static ResponseTemplate of(CannedResponse response) {
    return new ResponseTemplate(response.content());
  }

  /** Returns the names of its places, in the order of the text, each once. */
  public Set<String> names() {
    var names = new LinkedHashSet<String>();
    var place = PLACE.matcher(text);
    while (place.find()) {
      names.add(place.group(1));
    }
    return names;
  }

  /**
   * Returns the text with every place filled, to make a reply of.
   *
   * @param values the values by name; those without a place are not used
   * @throws IllegalArgumentException when a place has no value; the message names all of those
   */
  public String fill(Map<String, String> values) {
    var missing = new TreeSet<>(names());
    missing.removeAll(values.keySet());
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "The canned response has places without a value: give " + missing + ".");
    }
    return PLACE.matcher(text).replaceAll(place -> quoted(values, place.group(1)));
  }

  private static String quoted(Map<String, String> values, String name) {
    return Matcher.quoteReplacement(values.getOrDefault(name, ""));
  }
}
