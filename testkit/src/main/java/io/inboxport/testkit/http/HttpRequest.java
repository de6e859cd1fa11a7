package io.inboxport.testkit.http;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as it came over the wire. Immutable.
 *
 * @param target path and query, undecoded; each char is one byte of the wire
 * @param headers by name in lower case
 * @param body undecoded; each char is one byte of the wire
 */
public record HttpRequest(
    String method, String target, Map<String, String> headers, String body, boolean keepAlive) {

  /** Copies the headers. */
  public HttpRequest {
    headers = Map.copyOf(headers);
  }

  /** Returns the value of a header in any case, or null if it did not come. */
  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  /** Returns the path, undecoded. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  /** Returns the query, undecoded; empty if there is none. */
  public String query() {
    int query = target.indexOf('?');
    return query < 0 ? "" : target.substring(query + 1);
  }

  /** Names method and path, and tells no text. */
  @Override
  public String toString() {
    return "HttpRequest[" + method + " " + path() + ", " + body.length() + " bytes]";
  }
}
