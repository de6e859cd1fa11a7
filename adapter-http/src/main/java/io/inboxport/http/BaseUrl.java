package io.inboxport.http;

import java.net.URI;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Rule for the base URLs that the key may be sent to. */
final class BaseUrl {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.[0-9]{1,3}){3}|::1|0:0:0:0:0:0:0:1");

  private BaseUrl() {}

  /**
   * Returns the URL with a slash at its end, so that endpoints resolve below its path.
   *
   * @throws IllegalArgumentException when the key would travel in the clear, or the URL holds more
   *     than a scheme, a host, a port and a path
   */
  static HttpUrl of(URI uri) {
    // Anywhere: without slashes before it, a user is no part of an authority.
    if (uri.toString().indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "The base URL holds an @: give the account and the key as credentials.");
    }
    var url = uri.getRawAuthority() == null ? null : HttpUrl.parse(uri.toString());
    if (url == null) {
      throw refused(uri, "is not an http or https URL: give one such as " + Region.US.url());
    }
    if (!url.isHttps() && !LOOPBACK.matcher(url.host()).matches()) {
      throw refused(uri, "would send the key in the clear: use https, or http to a loopback host");
    }
    if (url.query() != null || url.fragment() != null) {
      throw refused(uri, "has a query or a fragment: give scheme, host, port and path only");
    }
    var path = url.pathSegments();
    return path.get(path.size() - 1).isEmpty() ? url : url.newBuilder().addPathSegment("").build();
  }

  /** Names the host only: a key may stand in any other part. */
  private static IllegalArgumentException refused(URI uri, String why) {
    var host = uri.getHost();
    return new IllegalArgumentException(
        "The base URL " + (host == null ? "" : "of host \"" + host + "\" ") + why + ".");
  }

  /** Returns whether two URLs lead to the same server. */
  static boolean sameServer(HttpUrl one, @Nullable HttpUrl other) {
    return other != null
        && one.scheme().equals(other.scheme())
        && one.host().equals(other.host())
        && one.port() == other.port();
  }
}
