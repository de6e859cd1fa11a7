package io.inboxport.testkit.sandbox;

import io.inboxport.testkit.http.HttpRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out: a page that a developer visits could otherwise drive the sandbox, since the
 * browser runs on the same machine.
 *
 * <p>A browser says where a page comes from, in {@code Origin} and {@code Sec-Fetch-Site}. A page
 * whose own name was made to point here (DNS rebinding) has that name in {@code Host}: therefore
 * only names that no stranger can own are let in.
 *
 * @param names names let in besides, in lower case
 * @param remote whether clients on other machines, which use the names of a network, are welcome
 */
record PageGuard(Set<String> names, boolean remote) {
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  /**
   * Returns why a request is refused, in a sentence that tells what to do, or null to let it in.
   */
  @Nullable String refusal(HttpRequest request) {
    var host = request.header("Host");
    if (host != null && !isOurs(name(host))) {
      return "The host \""
          + printable(name(host))
          + "\" is no name of this sandbox: call it by its address or as localhost, or let the"
          + " name in with \"inbox sandbox --name\" or Sandbox.Builder.name.";
    }
    var origin = request.header("Origin");
    var site = request.header("Sec-Fetch-Site");
    boolean fromOtherPage =
        (origin != null && !isOrigin(origin, host)) || (site != null && !OWN_SITES.contains(site));
    return fromOtherPage
        ? "A web page may not call this sandbox: call it from a program, or through the page's own"
            + " server."
        : null;
  }

  private boolean isOurs(String name) {
    return name.equals("localhost")
        || name.endsWith(".localhost")
        || isAddress(name)
        || names.contains(name)
        || (remote && (name.indexOf('.') < 0 || name.endsWith(".internal")));
  }

  /** Returns whether it is an address and not a name: an address points nowhere else. */
  private static boolean isAddress(String name) {
    int dots = 0;
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c == '.') {
        dots++;
      } else if (c < '0' || c > '9') {
        return name.startsWith("[");
      }
    }
    return dots == 3;
  }

  private static boolean isOrigin(String origin, @Nullable String host) {
    var own = host == null ? "" : host.toLowerCase(Locale.ROOT);
    return origin.equals("http://" + own) || origin.equals("https://" + own);
  }

  /** Returns the host without the port, in lower case. */
  private static String name(String host) {
    int port = host.lastIndexOf(':');
    var name = port > host.lastIndexOf(']') ? host.substring(0, port) : host;
    return name.toLowerCase(Locale.ROOT);
  }

  private static String printable(String name) {
    return RequestLog.printable(name.substring(0, Math.min(name.length(), 100)));
  }
}
