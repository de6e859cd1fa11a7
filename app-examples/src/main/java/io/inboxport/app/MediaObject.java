package io.inboxport.app;

import io.inboxport.app.output.PrintableText;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.TypeConversionException;

/**
 * A media object as it is typed: {@code k=v,k=v}. A comma separates only if a key follows, so that
 * an address may hold one.
 *
 * @param keys the keys and values in the order typed
 */
record MediaObject(Map<String, String> keys) {
  static MediaObject read(String typed) {
    var keys = new LinkedHashMap<String, String>();
    for (var pair : typed.split(",(?=[^,=]+=)", -1)) {
      int equals = pair.indexOf('=');
      if (equals < 1) {
        throw new TypeConversionException(
            "\"" + PrintableText.line(typed) + "\" is no media object: write key=value,key=value.");
      }
      var key = pair.substring(0, equals).strip();
      if (keys.put(key, pair.substring(equals + 1)) != null) {
        throw new TypeConversionException(
            "A media object has \"" + PrintableText.line(key) + "\" twice: give each key once.");
      }
    }
    return new MediaObject(keys);
  }
}
