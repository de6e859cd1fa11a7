package io.inboxport.http;

import io.inboxport.call.AccountWrite;
import io.inboxport.call.CallSubject;
import io.inboxport.call.Operation;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ResponseId;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Factory of exchanges beside conversations: for each call, what to ask the API for, how its answer
 * is read, and whether an answer belongs to it.
 *
 * @param api the endpoints
 * @param answers reads what they answer
 */
record AccountExchanges(AccountApi api, AccountReaders answers) {
  private static final String TAGS = "conversation-tag";
  private static final String RESPONSES = "canned-response";
  private static final String USERS = "user";
  private static final String CREDENTIALS = "credential";

  ApiExchange<DirectoryPage<Tag>> listTags(DirectoryQuery query) {
    return list(
        Operation.LIST_TAGS, TAGS, page(query), query.text().stream().toList(), answers::tags);
  }

  ApiExchange<Tag> getTag(TagId id) {
    return get(Operation.GET_TAG, TAGS, id.value(), answers::tag)
        .answeredBy(tag -> tag.id().equals(id));
  }

  ApiExchange<?> renameTag(AccountWrite.RenameTag write) {
    var form = WriteForm.builder().text("tag", write.name().value()).build();
    var id = write.tag().value();
    return ApiExchange.write(
        write, form, sending -> api.change(TAGS, id, form, sending), AnswerPayload::none);
  }

  ApiExchange<?> deleteTag(AccountWrite.DeleteTag write) {
    var form = WriteForm.builder().build();
    var id = write.tag().value();
    return ApiExchange.write(
        write, form, sending -> api.delete(TAGS, id, form, sending), AnswerPayload::none);
  }

  ApiExchange<DirectoryPage<CannedResponse>> listResponses(DirectoryQuery query) {
    return list(
        Operation.LIST_RESPONSES,
        RESPONSES,
        page(query),
        query.text().stream().toList(),
        answers::responses);
  }

  ApiExchange<CannedResponse> getResponse(ResponseId id) {
    return get(Operation.GET_RESPONSE, RESPONSES, id.value(), answers::response)
        .answeredBy(response -> response.id().equals(id));
  }

  ApiExchange<CannedResponse> createResponse(AccountWrite.CreateResponse write) {
    var draft = write.draft();
    var form =
        WriteForm.builder()
            .text("name", draft.name())
            .text("content", draft.content())
            .id("visibility", draft.visibility().text())
            .build();
    return ApiExchange.write(
        write, form, sending -> api.create(RESPONSES, form, sending), answers::response);
  }

  ApiExchange<DirectoryPage<AccountUser>> listUsers() {
    return list(Operation.LIST_USERS, USERS, Map.of(), List.of(), answers::users);
  }

  ApiExchange<AccountUser> getUser(UserId id) {
    return get(Operation.GET_USER, USERS, id.value(), answers::user)
        .answeredBy(user -> user.id().equals(id));
  }

  ApiExchange<DirectoryPage<ConnectedProfile>> listCredentials(ProfileQuery query) {
    var filters = new LinkedHashMap<String, String>();
    query.network().ifPresent(network -> filters.put("network", network.name()));
    if (query.includesInvalid()) {
      filters.put("includeInvalid", "1");
    }
    return list(Operation.LIST_CREDENTIALS, CREDENTIALS, filters, List.of(), answers::profiles);
  }

  ApiExchange<ConnectedProfile> getCredential(CredentialId id) {
    return get(Operation.GET_CREDENTIAL, CREDENTIALS, id.value(), answers::profile)
        .answeredBy(profile -> profile.id().equals(id));
  }

  private static Map<String, String> page(DirectoryQuery query) {
    var page = new LinkedHashMap<String, String>();
    query.text().ifPresent(text -> page.put("q", text));
    query.page().ifPresent(number -> page.put("_page", Integer.toString(number)));
    query.count().ifPresent(count -> page.put("_count", Integer.toString(count)));
    query.ordering().ifPresent(ordering -> page.put("_order", ordering.toString()));
    return page;
  }

  private <T> ApiExchange<DirectoryPage<T>> list(
      Operation operation,
      String list,
      Map<String, String> query,
      List<String> texts,
      Supplier<AnswerPayload<DirectoryPage<T>>> payload) {
    return ApiExchange.read(
        CallSubject.of(operation), texts, sending -> api.list(list, query, sending), payload);
  }

  private <T> ApiExchange<T> get(
      Operation operation, String list, String id, Supplier<AnswerPayload<T>> payload) {
    return ApiExchange.read(
        CallSubject.ofAccount(operation, id),
        List.of(),
        sending -> api.get(list, id, sending),
        payload);
  }
}
