package io.inboxport.outbox;

import io.inboxport.call.InboxWrite;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Write in the form that a store keeps: bytes, which say their version. Immutable. They hold
 * customer text; {@code toString} does not.
 */
public final class StoredWrite {
  private final byte[] bytes;

  private StoredWrite(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the stored form of a write. */
  public static StoredWrite of(InboxWrite write) {
    var out = new WriteEncoder();
    out.write(write);
    return new StoredWrite(out.bytes());
  }

  /** Returns the stored form that a store has read. What it holds is not looked at yet. */
  public static StoredWrite ofBytes(byte[] bytes) {
    return new StoredWrite(bytes.clone());
  }

  /** The number of its bytes, for a store that has a limit. */
  public int size() {
    return bytes.length;
  }

  /** Returns a copy of the bytes, for a store to keep. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * Returns the write.
   *
   * @throws IllegalStateException when the bytes are damaged, or of a newer version
   */
  public InboxWrite write() {
    return new WriteDecoder(bytes).read();
  }

  /** Returns 64 hexadecimal digits that tell this write from others under the same key. */
  String fingerprint(OutboxKey key) {
    try {
      // With the key, so that equal texts under other keys cannot be told.
      var digest = MessageDigest.getInstance("SHA-256");
      digest.update(key.value().getBytes(StandardCharsets.US_ASCII));
      digest.update((byte) 0);
      return HexFormat.of().formatHex(digest.digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256.", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StoredWrite that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  /** Tells the size; never the text. */
  @Override
  public String toString() {
    return "StoredWrite[" + bytes.length + " bytes]";
  }
}
