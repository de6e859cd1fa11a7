package io.inboxport.jdbc;

import io.inboxport.outbox.OutboxState;
import java.util.EnumSet;
import java.util.Set;

/**
 * Phase of a row: states that a worker looks for together. With one value to look for, every
 * database finds the oldest row by an index, and never reads those whose fate is final.
 */
enum OutboxPhase {
  /** To be sent. */
  PLANNED,
  /** To be looked up: sending or in doubt. */
  DOUBTFUL,
  /** Waiting for an offer. */
  NOT_SENT,
  /** Done or refused. */
  FINAL;

  static OutboxPhase of(OutboxState state) {
    return switch (state) {
      case PLANNED -> PLANNED;
      case SENDING, IN_DOUBT -> DOUBTFUL;
      case NOT_SENT -> NOT_SENT;
      case DONE, REFUSED -> FINAL;
    };
  }

  static Set<OutboxPhase> of(Set<OutboxState> states) {
    var phases = EnumSet.noneOf(OutboxPhase.class);
    states.forEach(state -> phases.add(of(state)));
    return phases;
  }

  /** Returns a condition with the name in its text: a server plans without the bound values. */
  String condition() {
    return " AND phase = '" + name() + "'";
  }
}
