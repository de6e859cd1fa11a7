package io.inboxport.webhook;

import java.util.HexFormat;

/** Reader of a signature as a header writes it. */
final class SignatureText {
  private static final int BYTES = 20;
  private static final byte[] NONE = new byte[0];

  private SignatureText() {}

  /** Returns the 20 bytes of a signature, or none if the text is not 40 hexadecimal digits. */
  static byte[] bytes(String header) {
    var text = header.strip();
    if (text.length() != 2 * BYTES) {
      return NONE;
    }
    var bytes = new byte[BYTES];
    for (int i = 0; i < BYTES; i++) {
      char high = text.charAt(2 * i);
      char low = text.charAt(2 * i + 1);
      if (!HexFormat.isHexDigit(high) || !HexFormat.isHexDigit(low)) {
        return NONE;
      }
      bytes[i] = (byte) (16 * HexFormat.fromHexDigit(high) + HexFormat.fromHexDigit(low));
    }
    return bytes;
  }
}
