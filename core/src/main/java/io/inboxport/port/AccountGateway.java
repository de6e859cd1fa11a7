package io.inboxport.port;

import io.inboxport.call.InboxException;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.time.Clock;
import java.time.Duration;

/**
 * Port to what stands beside conversations: the tags, canned responses, users and connected
 * profiles of the account. One method for each endpoint.
 *
 * <p>A gateway says what the server says and applies no rule of its own. Implementations are
 * thread-safe and throw nothing but {@link InboxException}, and {@link NullPointerException} for a
 * null argument, after which nothing happened. A read may end in any kind but {@code ReplyRefused}
 * and {@code OutcomeUnknown}. A write may end in any kind but {@code ReplyRefused} and {@code
 * UnreadableResponse}; if its fate is unknown, it ends as {@link InboxException.ChangeUnknown}. A
 * write is executed at most once. No exception names a conversation.
 *
 * <p>The sources are the vendor's pages on conversation tags, canned responses, users and social
 * profiles. A call costs one request of the account's limits, as each call of {@link InboxGateway}
 * does, and shares them.
 */
public interface AccountGateway extends AutoCloseable {
  /**
   * Lists the tags that conversations can have.
   *
   * @param query which page; at most 20 tags, by the vendor's page
   * @throws Rejected when the server takes no such count, page or order
   */
  DirectoryPage<Tag> listTags(DirectoryQuery query);

  /**
   * Returns one tag.
   *
   * @throws NotFound when there is none with this id
   */
  Tag getTag(TagId id);

  /**
   * Renames a tag, on every conversation that has it. To create one, tag a conversation: there is
   * no other way.
   *
   * @param name the new name, at most 64 characters, by the vendor's page
   * @throws NotFound when there is no such tag
   * @throws Rejected with status 409 when another tag has this name
   */
  void renameTag(TagId id, TagName name);

  /**
   * Deletes a tag, which leaves every conversation. It cannot be undone.
   *
   * @throws NotFound when there is no such tag
   */
  void deleteTag(TagId id);

  /**
   * Lists the canned responses that the owner of the key can see.
   *
   * @throws Rejected when the server takes no such count, page or order
   */
  DirectoryPage<CannedResponse> listResponses(DirectoryQuery query);

  /**
   * Returns one canned response.
   *
   * @throws NotFound when there is none with this id, or the owner of the key cannot see it
   */
  CannedResponse getResponse(ResponseId id);

  /**
   * Creates a canned response, and returns it as the server keeps it. The API neither changes nor
   * deletes one.
   *
   * @throws Rejected with status 409 when another one has this name
   */
  CannedResponse createResponse(ResponseDraft draft);

  /** Lists the users of the account. The vendor documents no paging and no filter. */
  DirectoryPage<AccountUser> listUsers();

  /**
   * Returns one user.
   *
   * @throws NotFound when there is none with this id
   */
  AccountUser getUser(UserId id);

  /**
   * Lists the connected profiles, which the API calls credentials. The vendor documents no paging.
   *
   * @throws Rejected when the server takes no such network
   */
  DirectoryPage<ConnectedProfile> listCredentials(ProfileQuery query);

  /**
   * Returns one connected profile, valid or not.
   *
   * @throws NotFound when there is none with this id
   */
  ConnectedProfile getCredential(CredentialId id);

  /**
   * Returns the clock that tells when an attempt was made; the system's, in UTC, by default. It is
   * the clock that {@link InboxException.ChangeUnknown#attemptedAt()} goes by.
   */
  default Clock clock() {
    return Clock.systemUTC();
  }

  /**
   * Returns how far the server's clock was ahead of {@link #clock()} when it last answered;
   * negative if it was behind. Zero, the default, means that no difference is known.
   */
  default Duration clockOffset() {
    return Duration.ZERO;
  }

  /**
   * Releases the threads and connections that the gateway holds, if any. Never blocks, never
   * throws, and may be called more than once. The code that made the gateway closes it.
   */
  @Override
  default void close() {}
}
