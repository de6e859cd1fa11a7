package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import okhttp3.MediaType;
import okhttp3.MultipartReader;
import okio.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * Reader of a form in parts, as {@code curl -F} sends it. A file is no field, as in PHP. A body
 * that breaks off is refused, and so is one whose lines end in LF alone. PHP takes both.
 */
final class MultipartForm {
  private static final Pattern PARAMETER =
      Pattern.compile(";\\s*([^=;\\s]+)\\s*=\\s*(?:\"((?:[^\"\\\\]|\\\\.)*)\"|([^;\"]*))");

  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\\"])");

  private MultipartForm() {}

  /**
   * Decodes the body.
   *
   * @param body each char is one byte
   */
  static DecodedForm decode(String contentType, String body) throws RequestRefusal {
    var type = MediaType.parse(contentType);
    var boundary = type == null ? null : type.parameter("boundary");
    if (boundary == null) {
      throw new RequestRefusal(400, "The Content-Type multipart/form-data has no boundary.");
    }
    var form = DecodedForm.empty();
    // In UTF-8 and back, so that each char stays one byte of the wire.
    try (var parts = new MultipartReader(new Buffer().writeUtf8(body), boundary)) {
      for (var part = parts.nextPart(); part != null; part = parts.nextPart()) {
        var disposition = part.headers().get("Content-Disposition");
        var value = part.body().readUtf8();
        if (disposition == null || parameter(disposition, "filename") == null) {
          form.add(name(disposition), text(value));
        }
      }
    } catch (IOException e) {
      throw new RequestRefusal(400, "The form is malformed: its parts break off.");
    }
    return form;
  }

  private static String name(@Nullable String disposition) throws RequestRefusal {
    var name = disposition == null ? null : parameter(disposition, "name");
    if (name == null) {
      throw new RequestRefusal(400, "The form is malformed: a part has no name.");
    }
    return text(name);
  }

  private static @Nullable String parameter(String disposition, String name) {
    String found = null;
    var parameters = PARAMETER.matcher(disposition);
    while (parameters.find()) {
      if (parameters.group(1).toLowerCase(Locale.ROOT).equals(name)) {
        var quoted = parameters.group(2);
        found =
            quoted == null ? parameters.group(3).strip() : ESCAPE.matcher(quoted).replaceAll("$1");
      }
    }
    return found;
  }

  private static String text(String bytes) throws RequestRefusal {
    return DecodedForm.utf8(bytes.getBytes(ISO_8859_1));
  }
}
