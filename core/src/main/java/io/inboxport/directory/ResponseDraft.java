package io.inboxport.directory;

import io.inboxport.text.TextLimit;
import java.util.Objects;

/**
 * Canned response that is to be created.
 *
 * <p>{@code toString} tells no text.
 *
 * @param name 1 to 64 code points without white space around it; unique in the account
 * @param content the text, 1 to 10,000 code points
 * @param visibility who sees it
 */
public record ResponseDraft(String name, String content, ResponseVisibility visibility) {
  /**
   * Creates the draft. The limits are those of the vendor's page on canned responses.
   *
   * @throws IllegalArgumentException when the name or the content is blank, too long, or not
   *     {@linkplain io.inboxport.text.WellFormedText well-formed}, or the visibility is not
   *     documented
   */
  public ResponseDraft {
    name = TextLimit.RESPONSE_NAME.check(name.strip());
    TextLimit.RESPONSE_CONTENT.check(content);
    if (!Objects.requireNonNull(visibility, "visibility").isKnown()) {
      throw new IllegalArgumentException(
          "The visibility is unknown: give one of " + ResponseVisibility.values() + ".");
    }
  }

  /**
   * Returns a draft that every user of the account will see.
   *
   * @throws IllegalArgumentException when the name or the content is blank, too long, or not
   *     {@linkplain io.inboxport.text.WellFormedText well-formed}
   */
  public static ResponseDraft shared(String name, String content) {
    return new ResponseDraft(name, content, ResponseVisibility.SHARED);
  }

  /**
   * Returns a draft that only the owner of the key will see.
   *
   * @throws IllegalArgumentException when the name or the content is blank, too long, or not
   *     {@linkplain io.inboxport.text.WellFormedText well-formed}
   */
  public static ResponseDraft privately(String name, String content) {
    return new ResponseDraft(name, content, ResponseVisibility.PRIVATE);
  }

  @Override
  public String toString() {
    return "ResponseDraft["
        + visibility
        + ", content of "
        + TextLimit.lengthOf(content)
        + " characters]";
  }
}
