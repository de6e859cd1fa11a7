package io.inboxport.inmemory;

import static io.inboxport.inmemory.OpenQuestion.COUNT_OVER_MAXIMUM;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_FILTER_VALUE;
import static io.inboxport.inmemory.OpenQuestion.UNKNOWN_ORDER;

import io.inboxport.call.InboxException.NotFound;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ListOrdering;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.ResponseId;
import io.inboxport.directory.ResponseVisibility;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Answers of the server to reads of what stands beside conversations. */
final class AccountQueries {
  private static final Map<String, Comparator<Tag>> TAG_ORDERS =
      Map.of("name", Comparator.comparing(Tag::name));
  private static final Map<String, Comparator<CannedResponse>> RESPONSE_ORDERS =
      Map.of(
          "name",
          Comparator.comparing(CannedResponse::name),
          "created",
          Comparator.comparing(response -> response.created().orElse(Instant.EPOCH)));

  private AccountQueries() {}

  static DirectoryPage<Tag> tags(ServerCall call, DirectoryQuery query) {
    return page(
        call,
        query,
        call.state().directory().tags().all(),
        Tag::name,
        TAG_ORDERS,
        DirectoryQuery.MOST_TAGS);
  }

  static Tag tag(ServerCall call, TagId id) {
    return found(call, call.state().directory().tags().byId().get(id));
  }

  static DirectoryPage<CannedResponse> responses(ServerCall call, DirectoryQuery query) {
    return page(
        call,
        query,
        call.state().directory().responses().values().filter(AccountQueries::isVisible).toList(),
        CannedResponse::name,
        RESPONSE_ORDERS,
        call.behavior().listMaximum());
  }

  static CannedResponse response(ServerCall call, ResponseId id) {
    var response = call.state().directory().responses().get(id);
    return found(call, response == null || isVisible(response) ? response : null);
  }

  private static boolean isVisible(CannedResponse response) {
    return !response.visibility().equals(ResponseVisibility.PRIVATE)
        || response.createdBy().equals(Optional.of(AccountIdentity.CALLER));
  }

  static DirectoryPage<AccountUser> users(ServerCall call) {
    return whole(call.state().directory().users().values().toList());
  }

  static AccountUser user(ServerCall call, UserId id) {
    var user = found(call, call.state().directory().users().get(id));
    // The vendor's page shows a role in the list only.
    return AccountUser.withId(id)
        .name(user.name())
        .email(user.email())
        .timeZone(user.timeZone())
        .lastLogin(user.lastLogin().orElse(null))
        .build();
  }

  static DirectoryPage<ConnectedProfile> profiles(ServerCall call, ProfileQuery query) {
    var network = query.network().orElse(null);
    if (network != null
        && call.rejects(UNKNOWN_FILTER_VALUE)
        && !Network.values().contains(network)) {
      throw call.rejected("Network is not valid.");
    }
    return whole(
        call.state()
            .directory()
            .profiles()
            .values()
            .filter(profile -> network == null || profile.network().equals(network))
            .filter(
                profile ->
                    query.includesInvalid() || !profile.status().equals(ProfileStatus.INVALID))
            .toList());
  }

  static ConnectedProfile profile(ServerCall call, CredentialId id) {
    return found(call, call.state().directory().profiles().get(id));
  }

  private static <T> T found(ServerCall call, @Nullable T value) {
    if (value == null) {
      throw new NotFound(call.subject(), "");
    }
    return value;
  }

  private static <T> DirectoryPage<T> whole(List<T> items) {
    return new DirectoryPage<>(items, OptionalLong.of(items.size()), List.of());
  }

  private static <T> DirectoryPage<T> page(
      ServerCall call,
      DirectoryQuery query,
      List<T> all,
      Function<T, String> name,
      Map<String, Comparator<T>> orders,
      int maximum) {
    int size = query.count().orElse(Math.min(maximum, call.behavior().listStandard()));
    if (size > maximum && call.rejects(COUNT_OVER_MAXIMUM)) {
      throw call.rejected("Page size " + size + " is not valid.");
    }
    size = Math.min(size, maximum);
    var items = new ArrayList<>(all);
    var wanted = query.text().map(text -> text.toLowerCase(Locale.ROOT)).orElse("");
    items.removeIf(item -> !name.apply(item).toLowerCase(Locale.ROOT).contains(wanted));
    query.ordering().ifPresent(ordering -> sort(call, items, ordering, orders));
    long first = Math.max(0L, query.page().orElse(0) - call.behavior().firstPage()) * size;
    int from = (int) Math.min(items.size(), query.page().isEmpty() ? 0 : first);
    return new DirectoryPage<>(
        items.subList(from, Math.min(items.size(), from + size)),
        OptionalLong.of(items.size()),
        List.of());
  }

  private static <T> void sort(
      ServerCall call, List<T> items, ListOrdering ordering, Map<String, Comparator<T>> orders) {
    var order = orders.get(ordering.field());
    if (order != null) {
      items.sort(ordering.ascending() ? order : order.reversed());
    } else if (call.rejects(UNKNOWN_ORDER)) {
      throw call.rejected("Order is not valid.");
    }
  }
}
