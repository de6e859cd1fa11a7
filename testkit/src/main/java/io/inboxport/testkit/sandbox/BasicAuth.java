package io.inboxport.testkit.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Check of credentials: any account and key may come in, or only the right ones. */
final class BasicAuth {
  private final byte @Nullable [] expected;

  private BasicAuth(byte @Nullable [] expected) {
    this.expected = expected;
  }

  static BasicAuth any() {
    return new BasicAuth(null);
  }

  static BasicAuth only(String account, String key) {
    return new BasicAuth((account + ":" + key).getBytes(UTF_8));
  }

  /** Returns a name for who is calling, which does not tell the key, or null to refuse. */
  @Nullable String user(@Nullable String authorization) {
    if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
      return null;
    }
    byte[] presented;
    try {
      presented = Base64.getDecoder().decode(authorization.substring(6).strip());
    } catch (IllegalArgumentException e) {
      return null;
    }
    var text = new String(presented, ISO_8859_1);
    int colon = text.indexOf(':');
    if (colon < 1 || colon == text.length() - 1) {
      return null; // No account, or no key.
    }
    if (expected != null && !MessageDigest.isEqual(expected, presented)) {
      return null;
    }
    return text.substring(0, colon) + "#" + text.hashCode();
  }
}
