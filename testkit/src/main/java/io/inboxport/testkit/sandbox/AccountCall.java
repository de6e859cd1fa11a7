package io.inboxport.testkit.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ListOrdering;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.directory.ResponseVisibility;
import io.inboxport.port.AccountGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.util.regex.Pattern;

/**
 * One call of the API beside conversations: its parameters read, the twin called, the answer
 * written.
 *
 * @param id the id that the path names; empty for a list
 */
record AccountCall(Operation operation, String id, DecodedForm query, DecodedForm form) {
  private static final Pattern ORDER = Pattern.compile("(\\w{1,64}),([01])");

  ObjectNode on(AccountGateway twin, AccountJson json) throws RequestRefusal {
    return switch (operation) {
      case LIST_TAGS -> json.tags(twin.listTags(page()));
      case GET_TAG -> json.tag(twin.getTag(TagId.of(id)));
      case RENAME_TAG -> {
        twin.renameTag(TagId.of(id), TagName.of(form.required("tag")));
        yield ApiJson.done();
      }
      case DELETE_TAG -> {
        twin.deleteTag(TagId.of(id));
        yield ApiJson.done();
      }
      case LIST_RESPONSES -> json.responses(twin.listResponses(page()));
      case GET_RESPONSE -> json.response(twin.getResponse(ResponseId.of(id)));
      case CREATE_RESPONSE -> json.response(twin.createResponse(draft()));
      case LIST_USERS -> json.users(twin.listUsers());
      case GET_USER -> json.user(twin.getUser(UserId.of(id)));
      case LIST_CREDENTIALS -> json.profiles(twin.listCredentials(profiles()));
      case GET_CREDENTIAL -> json.profile(twin.getCredential(CredentialId.of(id)));
      default -> throw new IllegalStateException(operation + " is no call beside conversations.");
    };
  }

  private DirectoryQuery page() throws RequestRefusal {
    var page = DirectoryQuery.all();
    var text = query.text("q");
    page = text == null ? page : page.matching(text);
    var number = query.text("_page");
    page = number == null ? page : page.page(number("Page", number, 0));
    var count = query.text("_count");
    page = count == null ? page : page.atMost(number("Page size", count, 1));
    var order = query.text("_order");
    return order == null || order.isEmpty() ? page : page.inOrder(order(order));
  }

  private static int number(String what, String text, int least) throws RequestRefusal {
    try {
      int number = Integer.parseInt(text);
      if (number >= least) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw new RequestRefusal(400, what + " " + text + " is not valid.");
  }

  private static ListOrdering order(String text) throws RequestRefusal {
    var order = ORDER.matcher(text);
    if (!order.matches()) {
      throw new RequestRefusal(400, "Order is not valid.");
    }
    return new ListOrdering(order.group(1), order.group(2).equals("1"));
  }

  private ProfileQuery profiles() throws RequestRefusal {
    var all = "1".equals(query.text("includeInvalid")) ? ProfileQuery.all() : ProfileQuery.valid();
    var network = query.text("network");
    return network == null || network.isBlank() ? all : all.on(Network.of(network));
  }

  private ResponseDraft draft() throws RequestRefusal {
    var visibility = form.text("visibility");
    return new ResponseDraft(
        form.required("name"),
        form.required("content"),
        visibility == null || visibility.isEmpty()
            ? ResponseVisibility.SHARED
            : ResponseVisibility.of(visibility));
  }
}
