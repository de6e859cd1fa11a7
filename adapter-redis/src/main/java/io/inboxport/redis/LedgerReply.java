package io.inboxport.redis;

import io.inboxport.budget.shared.BudgetExchange.DayCount;
import io.inboxport.budget.shared.BudgetLedger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the ledger out of the reply of {@code look.lua}. */
final class LedgerReply {
  private static final int OF_A_REQUEST = 3;

  private LedgerReply() {}

  static BudgetLedger read(List<String> reply) {
    long now = number(reply.get(0));
    int end = Integer.parseInt(reply.get(1)) + 2;
    var fields = fields(reply.subList(2, end));
    var state = fields.get("state");
    if (state == null) {
      return new BudgetLedger().at(now);
    }
    // Epoch, run, since, time, blocked until, closed until, and what only the script
    // needs.
    var words = state.split(" ", -1);
    var ledger = BudgetLedger.builder(number(words[0]), number(words[2]), number(words[3]));
    ledger.blockedUntil(number(words[4])).closedUntil(number(words[5]));
    readProcesses(fields, ledger);
    readTickets(fields.getOrDefault("tickets", ""), ledger);
    readDays(fields.getOrDefault("days", ""), ledger);
    for (int i = end; i < reply.size(); i += OF_A_REQUEST) {
      readRequest(reply.get(i), reply.get(i + 1), reply.get(i + 2), ledger);
    }
    return ledger.build().at(now);
  }

  private static Map<String, String> fields(List<String> words) {
    var fields = new TreeMap<String, String>();
    for (int i = 0; i < words.size(); i += 2) {
      fields.put(words.get(i), words.get(i + 1));
    }
    return fields;
  }

  private static void readProcesses(Map<String, String> fields, BudgetLedger.Builder ledger) {
    fields.forEach(
        (field, value) -> {
          if (field.startsWith("p:")) {
            var numbers = value.split(" ", -1);
            ledger.process(
                field.substring(2), number(numbers[0]), number(numbers[1]), number(numbers[2]));
          }
        });
  }

  private static void readTickets(String lines, BudgetLedger.Builder ledger) {
    for (var line : lines.split("\n", -1)) {
      if (!line.isEmpty()) {
        var words = line.split(" ", 3);
        ledger.ticket(words[2], words[1].equals("r"), number(words[0]));
      }
    }
  }

  private static void readDays(String days, BudgetLedger.Builder ledger) {
    for (var day : days.split(" ", -1)) {
      if (!day.isEmpty()) {
        var numbers = day.split(":", -1);
        ledger.day(
            new DayCount(
                number(numbers[0]), Integer.parseInt(numbers[1]), Integer.parseInt(numbers[2])));
      }
    }
  }

  /** Reads a request, whose name is its process, a colon, and its permit. */
  private static void readRequest(
      String name, String counted, String note, BudgetLedger.Builder ledger) {
    int colon = name.lastIndexOf(':');
    // A name that two processes had has a mark behind its number.
    var permit = name.substring(colon + 1).replaceFirst("#.*", "");
    ledger.request(
        name.substring(0, colon),
        number(permit),
        note.startsWith("r"),
        number(note.substring(1)),
        number(counted));
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }
}
