package io.inboxport.webhook;

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
      int high = digit(text.charAt(2 * i));
      int low = digit(text.charAt(2 * i + 1));
      if ((high | low) < 0) {
        return NONE;
      }
      bytes[i] = (byte) (high << 4 | low);
    }
    return bytes;
  }

  /** The value of a digit, or -1. Only those of ASCII: Character.digit would take more. */
  private static int digit(char c) {
    return c < 0x80 ? Character.digit(c, 16) : -1;
  }
}
