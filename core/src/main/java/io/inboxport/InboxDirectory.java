package io.inboxport;

import io.inboxport.call.InboxException;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryAnswer;
import io.inboxport.directory.DirectoryListing;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.port.AccountGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagName;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * Directory of what stands beside conversations: users, tags, connected profiles and canned
 * responses by name and id. It answers from lists that it keeps, so that a check costs no call.
 *
 * <p>A list is read when it is first wanted, and again when it is older than the keeping time of 10
 * minutes. Users and profiles cost one request each, tags and canned responses up to {@value
 * #MOST_PAGES}, one for each page. If reading again ends as {@code RateLimited} or {@code
 * Unavailable}, the kept list is returned as {@linkplain DirectoryListing#stale() stale}, and is
 * tried again a minute later at the earliest. Any other end, and any end without a kept list, is
 * thrown.
 *
 * <p>Thread-safe. Of threads that want the same list at once, one reads it and the others wait.
 */
public final class InboxDirectory {
  /** Number of pages of one list that are read at most; what is behind them is not known. */
  static final int MOST_PAGES = 10;

  private final AccountGateway gateway;
  private final KeptListing<Tag> tags;
  private final KeptListing<AccountUser> users;
  private final KeptListing<ConnectedProfile> profiles;
  private final KeptListing<CannedResponse> responses;

  private InboxDirectory(AccountGateway gateway, Duration keeping) {
    this.gateway = Objects.requireNonNull(gateway, "gateway");
    this.tags = new KeptListing<>(gateway.clock(), keeping, this::readTags);
    this.users = new KeptListing<>(gateway.clock(), keeping, () -> whole(gateway.listUsers()));
    this.profiles =
        new KeptListing<>(
            gateway.clock(), keeping, () -> whole(gateway.listCredentials(ProfileQuery.all())));
    this.responses = new KeptListing<>(gateway.clock(), keeping, this::readResponses);
  }

  /** Returns the directory of this account, with a keeping time of 10 minutes. */
  public static InboxDirectory over(AccountGateway gateway) {
    return new InboxDirectory(gateway, Duration.ofMinutes(10));
  }

  /**
   * Returns a directory of the same account with this keeping time, which has read nothing yet.
   *
   * @throws IllegalArgumentException when it is shorter than a second, or longer than a day
   */
  public InboxDirectory keepingFor(Duration time) {
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          "The keeping time is " + time + ": give 1 second to a day.");
    }
    return new InboxDirectory(gateway, time);
  }

  /**
   * Returns the tags of the account.
   *
   * @throws InboxException when they cannot be read, and none are kept
   */
  public DirectoryListing<Tag> tags() {
    return tags.get();
  }

  /**
   * Returns the users of the account.
   *
   * @throws InboxException when they cannot be read, and none are kept
   */
  public DirectoryListing<AccountUser> users() {
    return users.get();
  }

  /**
   * Returns the connected profiles of the account, the invalid ones included.
   *
   * @throws InboxException when they cannot be read, and none are kept
   */
  public DirectoryListing<ConnectedProfile> profiles() {
    return profiles.get();
  }

  /**
   * Returns the canned responses that the owner of the key can see.
   *
   * @throws InboxException when they cannot be read, and none are kept
   */
  public DirectoryListing<CannedResponse> responses() {
    return responses.get();
  }

  /**
   * Tells whether the account has this user, to whom a conversation could be assigned.
   *
   * @throws InboxException when the users cannot be read, and none are kept
   */
  public DirectoryAnswer hasUser(UserId user) {
    Objects.requireNonNull(user, "user");
    var listing = users();
    return listing.about(listing.items().stream().anyMatch(each -> each.id().equals(user)));
  }

  /**
   * Tells whether the account has a tag of this name, compared with upper and lower case. A name
   * that is absent may be created by tagging a conversation, or be a slip of the pen.
   *
   * @throws InboxException when the tags cannot be read, and none are kept
   */
  public DirectoryAnswer hasTag(TagName name) {
    Objects.requireNonNull(name, "name");
    var listing = tags();
    return listing.about(listing.items().stream().anyMatch(tag -> tag.name().equals(name.value())));
  }

  /**
   * Returns the canned response of this name, as it was read last.
   *
   * @throws InboxException when canned responses cannot be read, and none are kept
   */
  public Optional<CannedResponse> response(String name) {
    Objects.requireNonNull(name, "name");
    return responses().items().stream().filter(each -> each.name().equals(name)).findFirst();
  }

  /**
   * Returns the profile with this id without any call; empty if it is not there, or if no list of
   * profiles is kept that is younger than the keeping time.
   */
  public Optional<ConnectedProfile> profileAtHand(CredentialId id) {
    return profiles
        .atHand()
        .flatMap(
            listing -> listing.items().stream().filter(each -> each.id().equals(id)).findFirst());
  }

  /** Forgets what it has read, such as after a change that the application has made itself. */
  public void forget() {
    List.of(tags, users, profiles, responses).forEach(KeptListing::forget);
  }

  private DirectoryListing<Tag> readTags() {
    var query = DirectoryQuery.all().atMost(DirectoryQuery.MOST_TAGS);
    return readPages(query, gateway::listTags, Tag::id);
  }

  private DirectoryListing<CannedResponse> readResponses() {
    return readPages(DirectoryQuery.all(), gateway::listResponses, CannedResponse::id);
  }

  private <T> DirectoryListing<T> whole(DirectoryPage<T> page) {
    return new DirectoryListing<>(
        page.items(),
        !page.truncated() && page.unreadable().isEmpty(),
        gateway.clock().instant(),
        false);
  }

  /**
   * Reads page after page. The vendor does not say if the second page is number 1 or 2: a page that
   * brings nothing new is passed over once.
   */
  private <T> DirectoryListing<T> readPages(
      DirectoryQuery query, Function<DirectoryQuery, DirectoryPage<T>> list, Function<T, ?> id) {
    var readAt = gateway.clock().instant();
    var found = new LinkedHashMap<Object, T>();
    var page = list.apply(query);
    page.items().forEach(item -> found.put(id.apply(item), item));
    boolean whole = !page.truncated() && page.unreadable().isEmpty();
    boolean readable = page.unreadable().isEmpty();
    for (int number = 1; !whole && number < MOST_PAGES; number++) {
      page = list.apply(query.page(number));
      int before = found.size();
      page.items().forEach(item -> found.put(id.apply(item), item));
      readable = readable && page.unreadable().isEmpty();
      whole = readable && found.size() >= page.total().orElse(Long.MAX_VALUE);
      if (found.size() == before && (number > 1 || page.items().isEmpty())) {
        break;
      }
    }
    return new DirectoryListing<>(List.copyOf(found.values()), whole, readAt, false);
  }
}
