package io.inboxport.webhook;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Check that bytes are UTF-8, strictly: no overlong form, and no half of a pair. */
final class Utf8Check {
  private Utf8Check() {}

  /** Returns whether these bytes are UTF-8. */
  static boolean passes(byte[] bytes) {
    try {
      var unused = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
