package io.inboxport.event;

import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import java.util.ArrayList;
import java.util.List;

/**
 * Plan of the poll, by turns of three. The first lists the whole inbox. The second fetches what a
 * list found, or else looks again at what was told long ago. The third fetches too, or else lists a
 * slice of the inbox, since the API has no second page.
 */
final class PollPlan {
  private static final int CYCLE = 3;

  private final List<ConversationQuery> slices;
  private final ConversationQuery all;

  /**
   * Creates the plan.
   *
   * @param page how many conversations a list shows at most
   */
  PollPlan(int page) {
    this.all = ConversationQuery.all().atMost(page);
    this.slices = slices(page);
  }

  /** Every status on every network, and then each of these by every type. */
  private static List<ConversationQuery> slices(int page) {
    var slices = new ArrayList<ConversationQuery>();
    for (var status : Status.values()) {
      for (var network : Network.values()) {
        slices.add(ConversationQuery.all().withStatus(status).on(network).atMost(page));
      }
    }
    for (var status : Status.values()) {
      for (var network : Network.values()) {
        for (var type : ItemType.values()) {
          slices.add(
              ConversationQuery.all().withStatus(status).on(network).ofType(type).atMost(page));
        }
      }
    }
    return List.copyOf(slices);
  }

  /** Returns whether this turn fetches what the poll marked, if there is any. */
  boolean prefersFetch(long turn) {
    return turn % CYCLE != 0;
  }

  /** Returns whether this turn looks again at what was told long ago, if it has no mark. */
  boolean looksAgain(long turn) {
    return turn % CYCLE == 1;
  }

  /**
   * Returns the list of this turn.
   *
   * @param wholeIsEnough whether one page showed the whole inbox last, so that slices show no more
   */
  ConversationQuery list(long turn, boolean wholeIsEnough) {
    return turn % CYCLE == 0 || wholeIsEnough
        ? all
        : slices.get((int) (turn / CYCLE % slices.size()));
  }

  /** Returns whether this query is for the whole inbox. */
  boolean isWhole(ConversationQuery query) {
    return query.equals(all);
  }
}
