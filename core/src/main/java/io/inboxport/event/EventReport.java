package io.inboxport.event;

/**
 * Report of a round of {@link InboxEvents#work}.
 *
 * @param fetches how many conversations were fetched because of webhooks
 * @param polls how many calls the poll made, its own fetches included
 * @param told how many changes the subscriber heard
 * @param heldBack whether the server or the budget let no more calls through, which ended the round
 */
public record EventReport(int fetches, int polls, int told, boolean heldBack) {}
