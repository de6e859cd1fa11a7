package io.inboxport.budget.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.file.StoredLedger.LedgerDamaged;
import io.inboxport.budget.file.StoredLedger.LedgerForeign;
import io.inboxport.budget.shared.BudgetLedger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StoredLedgerTest {
  private static final LedgerStamp STAMP = new LedgerStamp(1, 2, 3);
  private static final byte[] SOUND = new StoredLedger(STAMP, new BudgetLedger()).toBytes();

  @Test
  void it_survives_its_bytes() throws Exception {
    var read = StoredLedger.of(SOUND);

    assertThat(read.stamp()).isEqualTo(STAMP);
    assertThat(read.ledger().toBytes()).isEqualTo(new BudgetLedger().toBytes());
  }

  @Test
  void a_ledger_that_was_cut_off_anywhere_is_damaged_and_not_foreign() {
    for (int length = 0; length < SOUND.length; length++) {
      var cut = Arrays.copyOf(SOUND, length);
      assertThatThrownBy(() -> StoredLedger.of(cut))
          .as("%d bytes", length)
          .isInstanceOf(LedgerDamaged.class);
    }
  }

  @Test
  void a_text_is_foreign_however_short_it_is() {
    for (int length = 1; length < 60; length++) {
      var text = new byte[length];
      Arrays.fill(text, (byte) 'x');
      assertThatThrownBy(() -> StoredLedger.of(text))
          .as("%d bytes", length)
          .isInstanceOf(LedgerForeign.class);
    }
  }
}
