package io.inboxport.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.zip.CRC32C;

/** Name for an account on a server: a person recognizes it, and no two accounts share it. */
final class OwnerName {
  private static final int LONGEST = 80;

  private OwnerName() {}

  /**
   * Returns the name.
   *
   * @param owner the account and its server
   * @param unfit matches the characters that a name may not have
   */
  static String of(String owner, String unfit) {
    var sum = new CRC32C();
    sum.update(owner.getBytes(UTF_8));
    var readable = owner.replaceAll(unfit, "_");
    return "%s-%08x"
        .formatted(readable.substring(0, Math.min(LONGEST, readable.length())), sum.getValue());
  }
}
