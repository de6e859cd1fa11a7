package io.inboxport.budget.shared;

import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.LedgerState.KnownProcess;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;

/**
 * Binary form of a {@link LedgerState}: numbers of variable length, and a check sum at the end,
 * since a ledger that was cut off or damaged must not pass as an empty one.
 */
final class LedgerCodec {
  private static final int VERSION = 1;

  private LedgerCodec() {}

  static byte[] write(LedgerState ledger) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(bytes)) {
      out.writeByte(VERSION);
      out.writeLong(ledger.epoch);
      out.writeLong(ledger.server);
      out.writeLong(ledger.since);
      out.writeLong(ledger.time);
      number(out, ledger.blockedUntil);
      number(out, ledger.closedUntil);
      var names = names(ledger);
      number(out, names.size());
      for (var name : names) {
        out.writeUTF(name);
        var known = ledger.processes.getOrDefault(name, new KnownProcess(0, 0, 0));
        number(out, known.number());
        number(out, known.seen());
        number(out, known.asked());
      }
      number(out, ledger.tickets.size());
      for (var ticket : ledger.tickets) {
        number(out, 2L * names.indexOf(ticket.process()) + (ticket.read() ? 1 : 0));
        number(out, ticket.lapses() - ledger.time);
      }
      number(out, ledger.entries.size());
      for (var entry : ledger.entries) {
        number(out, 2L * names.indexOf(entry.process()) + (entry.read() ? 1 : 0));
        number(out, entry.permit());
        number(out, entry.taken() - ledger.time);
        number(out, entry.counted() - ledger.time);
      }
      number(out, ledger.days.size());
      for (var day : ledger.days.values()) {
        number(out, day.day());
        number(out, day.all());
        number(out, day.reads());
      }
      out.writeLong(sum(bytes.toByteArray(), bytes.size()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return bytes.toByteArray();
  }

  static LedgerState read(byte[] bytes) {
    int body = bytes.length - Long.BYTES;
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
      if (body < 1 || bytes[0] != VERSION) {
        throw new IllegalArgumentException(
            "This is no ledger of version " + VERSION + " of a request budget.");
      }
      if (sum(bytes, body) != end(bytes, body)) {
        throw new IllegalArgumentException("The ledger of the request budget is damaged.");
      }
      in.readByte();
      return read(in);
    } catch (IOException damaged) {
      throw new IllegalArgumentException("The ledger of the request budget is damaged.", damaged);
    }
  }

  private static LedgerState read(DataInputStream in) throws IOException {
    var ledger = new LedgerState();
    ledger.epoch = in.readLong();
    ledger.server = in.readLong();
    ledger.since = in.readLong();
    ledger.time = in.readLong();
    ledger.blockedUntil = number(in);
    ledger.closedUntil = number(in);
    var names = new ArrayList<String>();
    for (long rest = number(in); rest > 0; rest--) {
      var name = in.readUTF();
      names.add(name);
      var known = new KnownProcess(number(in), number(in), number(in));
      if (known.seen() > 0) {
        ledger.processes.put(name, known);
      }
    }
    for (long rest = number(in); rest > 0; rest--) {
      long who = number(in);
      ledger.tickets.add(
          new TurnTicket(names.get((int) (who / 2)), who % 2 == 1, ledger.time + number(in)));
    }
    for (long rest = number(in); rest > 0; rest--) {
      long who = number(in);
      ledger.entries.add(
          new LedgerEntry(
              names.get((int) (who / 2)),
              number(in),
              who % 2 == 1,
              ledger.time + number(in),
              ledger.time + number(in)));
    }
    for (long rest = number(in); rest > 0; rest--) {
      long day = number(in);
      ledger.days.put(day, new DayCount(day, (int) number(in), (int) number(in)));
    }
    return ledger;
  }

  /** The names of all processes that the ledger mentions. */
  private static List<String> names(LedgerState ledger) {
    var names = new ArrayList<>(ledger.processes.keySet());
    ledger.tickets.stream()
        .map(TurnTicket::process)
        .filter(it -> !names.contains(it))
        .forEach(names::add);
    ledger.entries.stream()
        .map(LedgerEntry::process)
        .filter(it -> !names.contains(it))
        .forEach(names::add);
    return names;
  }

  /** Writes seven bits a byte, small numbers of either sign first. */
  private static void number(DataOutputStream out, long value) throws IOException {
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      out.writeByte((int) ((rest & 0x7F) | 0x80));
      rest >>>= 7;
    }
    out.writeByte((int) rest);
  }

  private static long number(DataInputStream in) throws IOException {
    long value = 0;
    int shift = 0;
    int next = in.readUnsignedByte();
    while (next >= 0x80) {
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
      next = in.readUnsignedByte();
    }
    value |= (long) next << shift;
    return (value >>> 1) ^ -(value & 1);
  }

  private static long sum(byte[] bytes, int length) {
    var sum = new CRC32();
    sum.update(bytes, 0, length);
    return sum.getValue();
  }

  private static long end(byte[] bytes, int from) throws IOException {
    try (var in = new DataInputStream(new ByteArrayInputStream(bytes, from, bytes.length - from))) {
      return in.readLong();
    }
  }
}
