package io.inboxport.jdbc;

import io.inboxport.event.DeliveryClaim;
import io.inboxport.event.DeliveryDigest;
import io.inboxport.event.DeliveryStore;
import io.inboxport.event.EventStoreUnavailable;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * Delivery store of one account in a table, which any number of processes and accounts may share.
 * Thread-safe, if the {@link javax.sql.DataSource} is. Each method takes one connection, and gives
 * it back as it came.
 */
public final class JdbcDeliveryStore implements DeliveryStore {
  // Only deliveries that are forgotten as soon as they come can make more necessary.
  private static final int MOST_TRIES = 3;

  private final EventWork table;
  private final String account;

  JdbcDeliveryStore(EventWork table, String account) {
    this.table = table;
    this.account = account;
  }

  @Override
  public DeliveryClaim claim(DeliveryDigest digest, Instant now, Instant until) {
    var values =
        new BoundSql()
            .add("?, ?, ?, ?", account, digest.hex(), now.toEpochMilli(), until.toEpochMilli());
    for (int tries = 0; tries < MOST_TRIES; tries++) {
      if (table.insert(values)) {
        return DeliveryClaim.TAKEN;
      }
      var claim = table.run(transaction -> claimAgain(transaction, digest, now, until));
      if (claim.isPresent()) {
        return claim.get();
      }
    }
    throw new EventStoreUnavailable(
        "The table %s forgets deliveries as soon as they come: try again.".formatted(table.name()),
        new IllegalStateException("no row"));
  }

  /** Claims a delivery that was seen before; empty if it was forgotten meanwhile. */
  private Optional<DeliveryClaim> claimAgain(
      StoreTransaction transaction, DeliveryDigest digest, Instant now, Instant until)
      throws SQLException {
    var find =
        new BoundSql()
            .add("SELECT claimed_until FROM " + table.name() + " WHERE account = ?", account)
            .add(" AND digest = ?", digest.hex());
    var locking = find.as(transaction.dialect().lockingRows(find.text(), false));
    var found =
        EventWork.rows(
            transaction.prepareFirst(locking.text()),
            locking,
            row -> Optional.ofNullable(EventWork.number(row, 1)));
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var claimedUntil = found.get(0);
    if (claimedUntil.isEmpty()) {
      return Optional.of(DeliveryClaim.SETTLED);
    }
    if (claimedUntil.get() > now.toEpochMilli()) {
      return Optional.of(DeliveryClaim.IN_HAND);
    }
    var update =
        new BoundSql()
            .add("UPDATE " + table.name() + " SET claimed_until = ?", until.toEpochMilli())
            .add(" WHERE account = ? AND digest = ?", account, digest.hex());
    var unused = EventWork.execute(transaction.prepareLast(update.text()), update);
    transaction.commit();
    return Optional.of(DeliveryClaim.TAKEN);
  }

  @Override
  public void settle(DeliveryDigest digest) {
    table.change(
        new BoundSql()
            .add("UPDATE " + table.name() + " SET claimed_until = NULL WHERE account = ?", account)
            .add(" AND digest = ?", digest.hex()));
  }

  @Override
  public void release(DeliveryDigest digest, Instant until) {
    table.change(
        new BoundSql()
            .add("UPDATE " + table.name() + " SET claimed_until = 0 WHERE account = ?", account)
            .add(" AND digest = ? AND claimed_until = ?", digest.hex(), until.toEpochMilli()));
  }

  @Override
  public int forget(Instant seenBefore) {
    return table.change(
        new BoundSql()
            .add("DELETE FROM " + table.name() + " WHERE account = ?", account)
            .add(" AND seen_at < ?", seenBefore.toEpochMilli()));
  }
}
