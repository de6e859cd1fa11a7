package io.inboxport.budget.shared;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.LedgerState.KnownProcess;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Binary form of a {@link LedgerState}: numbers of variable length, and a check sum at the end,
 * since a ledger that was cut off or damaged must not pass as an empty one.
 *
 * <p>An array and a place in it, and no streams: their lock for each byte took half of an exchange
 * with a database, whose rate is held to that of other limiters.
 */
final class LedgerCodec {
  private static final int VERSION = 2;
  private static final int SUM = Integer.BYTES;
  private static final KnownProcess UNKNOWN = new KnownProcess(0, 0, 0);

  private byte[] bytes;
  private int place;

  private LedgerCodec(byte[] bytes) {
    this.bytes = bytes;
  }

  static byte[] write(LedgerState ledger) {
    var out = new LedgerCodec(new byte[1_024]);
    out.write(VERSION);
    out.write(ledger.epoch);
    out.write(ledger.server);
    out.write(ledger.since);
    out.write(ledger.time);
    out.write(ledger.blockedUntil);
    out.write(ledger.closedUntil);
    var names = names(ledger);
    out.write(names.size());
    for (var name : names.keySet()) {
      out.write(name);
      var known = ledger.processes.getOrDefault(name, UNKNOWN);
      out.write(known.number());
      out.write(known.seen());
      out.write(known.asked());
    }
    out.write(ledger.tickets.size());
    for (var ticket : ledger.tickets) {
      out.write(owner(names, ticket.process(), ticket.read()));
      out.write(ticket.lapses() - ledger.time);
    }
    out.write(ledger.entries.size());
    for (var entry : ledger.entries) {
      out.write(owner(names, entry.process(), entry.read()));
      out.write(entry.permit());
      out.write(entry.taken() - ledger.time);
      out.write(entry.counted() - ledger.time);
    }
    out.write(ledger.days.size());
    for (var day : ledger.days.values()) {
      out.write(day.day());
      out.write(day.all());
      out.write(day.reads());
    }
    return out.signed();
  }

  static LedgerState read(byte[] bytes) {
    int body = bytes.length - SUM;
    if (body < 1 || bytes[0] != 2 * VERSION) {
      throw new IllegalArgumentException(
          "This is no ledger of version " + VERSION + " of a request budget.");
    }
    if (sum(bytes, body) != sumAt(bytes, body)) {
      throw new IllegalArgumentException("The ledger of the request budget is damaged.");
    }
    var in = new LedgerCodec(bytes);
    in.number();
    return in.ledger();
  }

  private LedgerState ledger() {
    var ledger = new LedgerState();
    ledger.epoch = number();
    ledger.server = number();
    ledger.since = number();
    ledger.time = number();
    ledger.blockedUntil = number();
    ledger.closedUntil = number();
    var names = new ArrayList<String>();
    for (long rest = number(); rest > 0; rest--) {
      var name = text();
      names.add(name);
      var known = new KnownProcess(number(), number(), number());
      if (known.seen() > 0) {
        ledger.processes.put(name, known);
      }
    }
    for (long rest = number(); rest > 0; rest--) {
      long owner = number();
      ledger.tickets.add(
          new TurnTicket(names.get((int) (owner / 2)), owner % 2 == 1, ledger.time + number()));
    }
    for (long rest = number(); rest > 0; rest--) {
      long owner = number();
      ledger.entries.add(
          new LedgerEntry(
              names.get((int) (owner / 2)),
              number(),
              owner % 2 == 1,
              ledger.time + number(),
              ledger.time + number()));
    }
    for (long rest = number(); rest > 0; rest--) {
      long day = number();
      ledger.days.put(day, new DayCount(day, (int) number(), (int) number()));
    }
    return ledger;
  }

  /** The names of all processes that the ledger mentions, each with its number. */
  private static Map<String, Integer> names(LedgerState ledger) {
    var names = new LinkedHashMap<String, Integer>();
    ledger.processes.keySet().forEach(name -> names.put(name, names.size()));
    ledger.tickets.forEach(ticket -> names.putIfAbsent(ticket.process(), names.size()));
    ledger.entries.forEach(entry -> names.putIfAbsent(entry.process(), names.size()));
    return names;
  }

  private static long owner(Map<String, Integer> names, String process, boolean read) {
    return 2L * names.getOrDefault(process, 0) + (read ? 1 : 0);
  }

  private void write(String text) {
    var encoded = text.getBytes(UTF_8);
    write(encoded.length);
    makeRoom(encoded.length);
    System.arraycopy(encoded, 0, bytes, place, encoded.length);
    place += encoded.length;
  }

  private String text() {
    int length = (int) number();
    var text = new String(bytes, place, length, UTF_8);
    place += length;
    return text;
  }

  /** Writes seven bits a byte, small numbers of either sign first. */
  private void write(long value) {
    makeRoom(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      bytes[place++] = (byte) ((rest & 0x7F) | 0x80);
      rest >>>= 7;
    }
    bytes[place++] = (byte) rest;
  }

  private long number() {
    long value = 0;
    int shift = 0;
    int next = bytes[place++];
    while (next < 0) {
      value |= (long) (next & 0x7F) << shift;
      shift += 7;
      next = bytes[place++];
    }
    value |= (long) next << shift;
    return (value >>> 1) ^ -(value & 1);
  }

  private void makeRoom(int more) {
    if (place + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * (place + more));
    }
  }

  private byte[] signed() {
    var signed = Arrays.copyOf(bytes, place + SUM);
    int sum = sum(bytes, place);
    for (int i = 0; i < SUM; i++) {
      signed[place + i] = (byte) (sum >>> (8 * i));
    }
    return signed;
  }

  private static int sum(byte[] bytes, int length) {
    var sum = new CRC32();
    sum.update(bytes, 0, length);
    return (int) sum.getValue();
  }

  private static int sumAt(byte[] bytes, int from) {
    int sum = 0;
    for (int i = 0; i < SUM; i++) {
      sum |= (bytes[from + i] & 0xFF) << (8 * i);
    }
    return sum;
  }
}
