package io.inboxport.outbox;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Name that a platform gives to one write, such as {@code ticket-4711/answer-1}. It must come from
 * the platform's own data, so that a repeated attempt has the same. It is no secret: it is in the
 * store and in messages.
 *
 * @param value 1 to 200 visible ASCII characters, no space
 */
public record OutboxKey(String value) {
  private static final Pattern VISIBLE = Pattern.compile("[!-~]{1,200}");

  /**
   * Creates a key.
   *
   * @throws IllegalArgumentException when the text is empty, longer, or has another character
   */
  public OutboxKey {
    Objects.requireNonNull(value, "key");
    if (!VISIBLE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "The key of an outbox has 1 to 200 visible ASCII characters and no space; this one has "
              + value.length()
              + (value.length() > 200 ? "." : ", or another character."));
    }
  }

  /**
   * Returns the key with this text.
   *
   * @throws IllegalArgumentException when the text is empty, longer than 200 characters, or has one
   *     that is not visible ASCII
   */
  public static OutboxKey of(String value) {
    return new OutboxKey(value);
  }

  @Override
  public String toString() {
    return value;
  }
}
