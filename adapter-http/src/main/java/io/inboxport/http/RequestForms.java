package io.inboxport.http;

import io.inboxport.conversation.ConversationQuery;
import io.inboxport.reply.ReplyDraft;
import io.inboxport.salesforce.SalesforceCase;
import io.inboxport.tag.TagName;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Builder of filters and forms, in the names of the API. */
final class RequestForms {
  private RequestForms() {}

  static Map<String, String> filters(ConversationQuery query) {
    var filters = new LinkedHashMap<String, String>();
    put(filters, "type", query.types());
    put(filters, "status", query.statuses());
    put(filters, "network", query.networks());
    put(filters, "assignee_id", query.assignees());
    put(filters, "tag", query.tags());
    query.text().ifPresent(text -> filters.put("q", text));
    query.count().ifPresent(count -> filters.put("_count", Integer.toString(count)));
    return filters;
  }

  // A value's toString is its text on the wire; the query lets none with a comma through.
  private static void put(Map<String, String> filters, String name, List<?> values) {
    if (!values.isEmpty()) {
      filters.put(name, values.stream().map(Object::toString).collect(Collectors.joining(",")));
    }
  }

  /** Clearing is documented nowhere: an empty text is sent; docs/decisions.md says why. */
  static WriteForm tags(Collection<TagName> names) {
    var form = WriteForm.builder();
    names.forEach(name -> form.text("tags[]", name.value()));
    return names.isEmpty() ? form.id("tags", "").build() : form.build();
  }

  static WriteForm reply(ReplyDraft draft) {
    var form =
        WriteForm.builder()
            .text("message", draft.message())
            .id("credential_id", draft.credential())
            .id("parent_comment_id", draft.parentComment());
    for (int i = 0; i < draft.media().size(); i++) {
      for (var entry : draft.media().get(i).entrySet()) {
        form.text("media[" + i + "][" + entry.getKey() + "]", entry.getValue());
      }
    }
    return form.build();
  }

  static WriteForm salesforceCase(SalesforceCase salesforceCase) {
    return WriteForm.builder()
        .id("integration_id", salesforceCase.integration().value())
        .id("case_owner", salesforceCase.owner())
        .id("contact_id", salesforceCase.contact())
        .text("case_description", salesforceCase.description())
        .build();
  }
}
