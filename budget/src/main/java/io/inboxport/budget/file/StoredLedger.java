package io.inboxport.budget.file;

import io.inboxport.budget.shared.BudgetLedger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;

/**
 * Content of the file: the moment of the write and the ledger, between a mark and a check sum.
 *
 * @param stamp the moment of the write
 * @param ledger the ledger
 */
record StoredLedger(LedgerStamp stamp, BudgetLedger ledger) {
  /** "InboxLed" and the version of this form. */
  private static final long MARK = 0x496e626f784c6501L;

  private static final int HEAD = 4 * Long.BYTES;

  byte[] toBytes() {
    var body = ledger.toBytes();
    var bytes =
        ByteBuffer.allocate(HEAD + body.length + Long.BYTES)
            .putLong(MARK)
            .putLong(stamp.time())
            .putLong(stamp.wall())
            .putLong(stamp.nanos())
            .put(body);
    return bytes.putLong(sum(bytes.array(), bytes.position())).array();
  }

  /**
   * Reads the content of a file.
   *
   * @throws LedgerDamaged when it was a ledger once
   * @throws LedgerForeign when it is something else, which must not be overwritten
   */
  static StoredLedger of(byte[] bytes) throws LedgerDamaged, LedgerForeign {
    int end = bytes.length - Long.BYTES;
    if (isTorn(bytes)) {
      throw new LedgerDamaged();
    }
    var buffer = ByteBuffer.wrap(bytes);
    if (bytes.length < Long.BYTES || buffer.getLong() != MARK) {
      throw new LedgerForeign();
    }
    if (end < HEAD || buffer.getLong(end) != sum(bytes, end)) {
      throw new LedgerDamaged();
    }
    var stamp = new LedgerStamp(buffer.getLong(), buffer.getLong(), buffer.getLong());
    try {
      return new StoredLedger(stamp, BudgetLedger.of(Arrays.copyOfRange(bytes, HEAD, end)));
    } catch (IllegalArgumentException otherVersion) {
      throw new LedgerForeign();
    }
  }

  /** Returns whether a failing disk may have left this of a ledger: its beginning, or zeros. */
  private static boolean isTorn(byte[] bytes) {
    var mark = ByteBuffer.allocate(Long.BYTES).putLong(MARK).array();
    boolean isBeginning =
        bytes.length < Long.BYTES && Arrays.equals(bytes, Arrays.copyOf(mark, bytes.length));
    return isBeginning || Arrays.equals(bytes, new byte[bytes.length]);
  }

  private static long sum(byte[] bytes, int length) {
    var sum = new CRC32C();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  /** Finding that the file holds a ledger that was cut off or changed. */
  static final class LedgerDamaged extends Exception {
    private static final long serialVersionUID = 1;
  }

  /** Finding that the file holds no ledger, or one of another version. */
  static final class LedgerForeign extends Exception {
    private static final long serialVersionUID = 1;
  }
}
