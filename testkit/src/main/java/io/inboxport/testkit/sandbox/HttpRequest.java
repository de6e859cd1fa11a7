package io.inboxport.testkit.sandbox;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire.
 *
 * @param target path and query, undecoded; each char is one byte of the wire
 * @param headers by name in lower case
 * @param body undecoded; each char is one byte of the wire
 */
record HttpRequest(
    String method, String target, Map<String, String> headers, String body, boolean keepAlive) {

  @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** The path, undecoded. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** The query, undecoded; empty if there is none. */
  String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  @Override
  public String toString() {
    return "HttpRequest[" + method + " " + path() + ", " + body.length() + " bytes]";
  }
}
