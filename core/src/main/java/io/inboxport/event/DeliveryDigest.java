package io.inboxport.event;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * Digest of the signed bytes of a delivery. It tells deliveries apart by what the signature covers:
 * an id in a header is not signed, and anyone could change it.
 *
 * @param hex the SHA-256 of the bytes, as 64 hexadecimal digits in lower case
 */
public record DeliveryDigest(String hex) {
  private static final Pattern DIGITS = Pattern.compile("[0-9a-f]{64}");

  /**
   * Creates a digest.
   *
   * @throws IllegalArgumentException when the text is not 64 hexadecimal digits in lower case
   */
  public DeliveryDigest {
    Objects.requireNonNull(hex, "digest");
    if (!DIGITS.matcher(hex).matches()) {
      throw new IllegalArgumentException(
          "A digest has 64 hexadecimal digits in lower case: make it of the bytes.");
    }
  }

  /** Returns the digest of these bytes: the whole body, as it came. */
  public static DeliveryDigest of(byte[] signedBytes) {
    try {
      var sha256 = MessageDigest.getInstance("SHA-256");
      return new DeliveryDigest(HexFormat.of().formatHex(sha256.digest(signedBytes)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("This JDK has no SHA-256, which each must have.", e);
    }
  }

  @Override
  public String toString() {
    return hex;
  }
}
