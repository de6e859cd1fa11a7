package io.inboxport.app.export;

import io.inboxport.conversation.ConversationQuery;
import io.inboxport.conversation.ItemType;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.Status;
import io.inboxport.conversation.UserId;
import io.inboxport.tag.TagName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A part of the inbox that one call lists. The API has no second page; a part that is too large is
 * cut along the next filter.
 *
 * @param filters the values of the filters in use, by their names
 */
record ExportSlice(Map<String, String> filters) {
  static final ExportSlice ALL = new ExportSlice(Map.of());

  private static final String STATUS = "status";
  private static final String NETWORK = "network";
  private static final String TYPE = "type";
  private static final String ASSIGNEE = "assignee";
  private static final String TAG = "tag";

  ExportSlice {
    filters = Map.copyOf(filters);
  }

  ConversationQuery query(int count) {
    var query = ConversationQuery.all().atMost(count);
    for (var filter : filters.entrySet()) {
      var value = filter.getValue();
      query =
          switch (filter.getKey()) {
            case STATUS -> query.withStatus(Status.of(value));
            case NETWORK -> query.on(Network.of(value));
            case TYPE -> query.ofType(ItemType.of(value));
            case ASSIGNEE -> query.assignedTo(UserId.of(value));
            case TAG -> query.tagged(TagName.of(value));
            default -> throw new IllegalArgumentException("Unknown filter " + filter.getKey());
          };
    }
    return query;
  }

  /** Returns whether only people and tags are left to cut along: the API lists neither. */
  boolean isNarrow() {
    return filters.containsKey(TYPE);
  }

  /** The parts of this slice; none where no filter is left. */
  List<ExportSlice> parts(Collection<String> assignees, Collection<String> tags) {
    if (!filters.containsKey(STATUS)) {
      return cut(STATUS, Status.values().stream().map(Status::name).toList());
    } else if (!filters.containsKey(NETWORK)) {
      return cut(NETWORK, Network.values().stream().map(Network::name).toList());
    } else if (!filters.containsKey(TYPE)) {
      return cut(TYPE, ItemType.values().stream().map(ItemType::name).toList());
    } else if (filters.containsKey(TAG)) {
      return List.of();
    }
    var parts = new ArrayList<ExportSlice>();
    if (!filters.containsKey(ASSIGNEE)) {
      parts.addAll(cut(ASSIGNEE, assignees));
    }
    parts.addAll(cut(TAG, tags));
    return parts;
  }

  /** Returns the filters in a fixed order, as a run and the next one name the same slice. */
  @Override
  public String toString() {
    return new TreeMap<>(filters).toString();
  }

  private List<ExportSlice> cut(String filter, Collection<String> values) {
    return values.stream()
        .filter(value -> value.indexOf(',') < 0) // A comma cannot be written in a filter.
        .map(value -> with(filter, value))
        .toList();
  }

  private ExportSlice with(String filter, String value) {
    var more = new LinkedHashMap<>(filters);
    more.put(filter, value);
    return new ExportSlice(more);
  }
}
