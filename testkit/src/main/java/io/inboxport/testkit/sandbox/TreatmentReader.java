package io.inboxport.testkit.sandbox;

import io.inboxport.inmemory.TextTreatment;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads the name of a text treatment: alone, or with a colon and what the treatment needs. */
final class TreatmentReader {
  private static final Map<String, TextTreatment> ALONE =
      Map.of(
          "as-written", TextTreatment.asWritten(),
          "html-entities", TextTreatment.htmlEntities(),
          "basic-plane", TextTreatment.basicPlane(),
          "split-in-two", TextTreatment.splitInTwo(),
          "empty", TextTreatment.empty());

  private static final Map<String, Function<String, TextTreatment>> WITH_MORE =
      Map.of(
          "truncated", text -> TextTreatment.truncated(Integer.parseInt(text)),
          "ellipsis", text -> TextTreatment.ellipsis(Integer.parseInt(text)),
          "appending", TextTreatment::appending,
          "mention", TreatmentReader::mention,
          "placeholder", TextTreatment::placeholder);

  /** The names as the page of the sandbox has them. */
  static final List<String> NAMES =
      List.of(
          "as-written",
          "truncated:280",
          "ellipsis:280",
          "html-entities",
          "basic-plane",
          "appending: ^TB",
          "mention:jane_doe=Jane Doe",
          "split-in-two",
          "empty",
          "placeholder:[image]");

  private TreatmentReader() {}

  static TextTreatment read(String name) throws RequestRefusal {
    var alone = ALONE.get(name);
    if (alone != null) {
      return alone;
    }
    int colon = Math.max(0, name.indexOf(':'));
    var more = WITH_MORE.get(name.substring(0, colon));
    try {
      if (more != null) {
        return more.apply(name.substring(colon + 1));
      }
    } catch (IllegalArgumentException e) {
      // Said below.
    }
    throw new RequestRefusal(
        400,
        "The value of \"textTreatment\" must be like one of " + String.join(", ", NAMES) + ".");
  }

  private static TextTreatment mention(String text) {
    int sign = text.indexOf('=');
    if (sign < 1) {
      throw new IllegalArgumentException("There is no name in " + text);
    }
    return TextTreatment.mention(text.substring(0, sign), text.substring(sign + 1));
  }
}
