package io.inboxport.testkit.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Array of PHP, as a form fills it: texts and arrays by key, in the order in which the keys came.
 *
 * <p>PHP keeps a whole number as a number and not as a text. Here this shows only in the index that
 * an element without a key gets.
 */
final class FormArray {
  /** Form of a key that PHP keeps as a number: no sign but a minus, no leading zeros. */
  private static final Pattern INDEX = Pattern.compile("0|-?[1-9][0-9]{0,18}");

  private final Map<String, Object> elements = new LinkedHashMap<>();

  /** One more than the largest index so far; the smallest number if there is none. */
  private long next = Long.MIN_VALUE;

  /** The elements: each a text or an array. */
  Map<String, Object> elements() {
    return elements;
  }

  @Nullable Object get(String key) {
    return elements.get(key);
  }

  void remove(String key) {
    elements.remove(key);
  }

  /** Sets a text; without a key it gets the next index, and is lost if there is none left. */
  void set(@Nullable String key, String text) {
    var index = key == null ? nextIndex() : key;
    if (index != null) {
      put(index, text);
    }
  }

  /** Returns the array at this key, or null if it has no key and there is no index left. */
  @Nullable FormArray arrayAt(@Nullable String key) {
    if (key != null && elements.get(key) instanceof FormArray array) {
      return array;
    }
    var index = key == null ? nextIndex() : key;
    if (index == null) {
      return null;
    }
    var array = new FormArray();
    put(index, array);
    return array;
  }

  private @Nullable String nextIndex() {
    var index = Long.toString(next == Long.MIN_VALUE ? 0 : next);
    return elements.containsKey(index) ? null : index; // Taken only at the end of all numbers.
  }

  private void put(String key, Object element) {
    elements.put(key, element); // One that is there keeps its place.
    if (INDEX.matcher(key).matches()) {
      try {
        long index = Long.parseLong(key);
        if (index >= next) {
          next = index == Long.MAX_VALUE ? index : index + 1;
        }
      } catch (NumberFormatException e) {
        // More than a number of PHP holds: a text.
      }
    }
  }
}
