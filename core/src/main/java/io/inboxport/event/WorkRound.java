package io.inboxport.event;

/** Round of work while it goes on. Not thread-safe. */
final class WorkRound {
  private int fetches;
  private int polls;
  private int told;
  private boolean heldBack;

  void fetched(CallResult result) {
    fetches++;
    add(result);
  }

  void polled(CallResult result) {
    polls++;
    add(result);
  }

  private void add(CallResult result) {
    told += result == CallResult.TOLD ? 1 : 0;
    heldBack |= result == CallResult.HELD_BACK;
  }

  int calls() {
    return fetches + polls;
  }

  boolean isHeldBack() {
    return heldBack;
  }

  EventReport report() {
    return new EventReport(fetches, polls, told, heldBack);
  }
}
