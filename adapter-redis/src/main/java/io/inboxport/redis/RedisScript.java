package io.inboxport.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Lua script that a Redis server runs, with the name under which the server keeps it. Immutable.
 */
public final class RedisScript {
  private final String text;
  private final String digest;

  private RedisScript(String text) {
    this.text = text;
    this.digest = sha1(text);
  }

  /** Reads a script that lies beside this class. */
  static RedisScript named(String file) {
    try (var in = RedisScript.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("The script " + file + " is missing in this jar.");
      }
      return new RedisScript(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String sha1(String text) {
    try {
      var sha1 = MessageDigest.getInstance("SHA-1");
      return HexFormat.of().formatHex(sha1.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The script itself, for EVAL. */
  public String text() {
    return text;
  }

  /** The SHA-1 digest of the text in 40 hexadecimal digits, for EVALSHA. */
  public String digest() {
    return digest;
  }

  /** Names the script by its digest. */
  @Override
  public String toString() {
    return "RedisScript[" + digest + "]";
  }
}
