package io.inboxport.testkit.contract;

import io.inboxport.call.CallSubject;
import io.inboxport.call.InboxException;
import io.inboxport.call.Operation;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.AccountUser;
import io.inboxport.directory.CannedResponse;
import io.inboxport.directory.ConnectedProfile;
import io.inboxport.directory.DirectoryPage;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.port.AccountGateway;
import io.inboxport.port.ForwardingAccountGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;

/** Account gateways with one flaw each, and the scenario that catches it. */
final class BrokenAccounts {
  private BrokenAccounts() {}

  /** A flaw, the scenario that catches it, and how a sound gateway gets it. */
  record Flaw(String flaw, String caughtBy, UnaryOperator<AccountGateway> breaking) {
    @Override
    public String toString() {
      return flaw;
    }
  }

  static final List<Flaw> ALL =
      List.of(
          new Flaw("lists no tags", "tag-definitions.lists-id-and-name", NoTags::new),
          new Flaw("forgets the page", "tag-definitions.pages-follow-each-other", OnePage::new),
          new Flaw("forgets the order", "tag-definitions.orders-by-name", NoOrder::new),
          new Flaw("forgets the text to find", "tag-definitions.finds-by-name", NoText::new),
          new Flaw("asks for 20 instead", "tag-definitions.refuses-a-page-over-20", Capped::new),
          new Flaw(
              "cannot tell the total", "tag-definitions.pages-follow-each-other", NoTotal::new),
          new Flaw("gets another tag", "tag-definitions.gets-one", AnotherTag::new),
          new Flaw("cuts a name in two", "tag-definitions.renames-to-the-longest-name", Cut::new),
          new Flaw("renames in lower case", "tag-definitions.renames-everywhere", Lower::new),
          new Flaw(
              "takes a duplicate for done",
              "tag-definitions.refuses-the-name-of-another",
              Swallowing::new),
          new Flaw("deletes nothing", "tag-definitions.deletes-everywhere", NoDelete::new),
          new Flaw("creates for all", "canned-responses.creates", Shared::new),
          new Flaw("strips a text", "canned-responses.creates", Stripped::new),
          new Flaw("makes up the answer", "canned-responses.creates", MadeUp::new),
          new Flaw("lists no responses", "canned-responses.lists-all-of-each", NoResponses::new),
          new Flaw("loses the text", "canned-responses.gets-one", NoContent::new),
          new Flaw("loses the role", "users.lists-all-with-role-and-time-zone", NoRole::new),
          new Flaw("loses the time zone", "users.gets-one", NoZone::new),
          new Flaw("knows everyone", "users.gets-no-unknown-one", Everyone::new),
          new Flaw("lists invalid ones too", "credentials.lists-no-invalid-ones", All::new),
          new Flaw("lists valid ones only", "credentials.lists-invalid-ones-if-asked", Valid::new),
          new Flaw("forgets the network", "credentials.filters-by-network", AnyNetwork::new),
          new Flaw("gets valid ones only", "credentials.gets-one-valid-or-not", GetsNoInvalid::new),
          new Flaw(
              "tells a doubt as nothing done",
              "account-faults.rename-tag-no-answer",
              NothingDone::new),
          new Flaw(
              "sends a doubtful write again",
              "account-faults.create-response-no-answer",
              Again::new),
          new Flaw("names no subject", "account-faults.get-tag-not-found", Unnamed::new),
          new Flaw(
              "lets foreign exceptions out",
              "account-faults.list-users-unavailable",
              Foreign::new));

  private static final class NoTags extends ForwardingAccountGateway {
    NoTags(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<Tag> listTags(DirectoryQuery query) {
      return new DirectoryPage<>(List.of(), OptionalLong.of(0), List.of());
    }
  }

  private static final class OnePage extends ForwardingAccountGateway {
    OnePage(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<Tag> listTags(DirectoryQuery query) {
      return super.listTags(query.page(0));
    }
  }

  private static final class NoOrder extends ForwardingAccountGateway {
    NoOrder(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<Tag> listTags(DirectoryQuery query) {
      return super.listTags(DirectoryQuery.all());
    }
  }

  private static final class NoText extends ForwardingAccountGateway {
    NoText(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<Tag> listTags(DirectoryQuery query) {
      return super.listTags(query.matching(""));
    }
  }

  private static final class Capped extends ForwardingAccountGateway {
    Capped(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<Tag> listTags(DirectoryQuery query) {
      return super.listTags(query.atMost(Math.min(20, query.count().orElse(20))));
    }
  }

  private static final class NoTotal extends ForwardingAccountGateway {
    NoTotal(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<Tag> listTags(DirectoryQuery query) {
      return new DirectoryPage<>(super.listTags(query).items(), OptionalLong.empty(), List.of());
    }
  }

  private static final class AnotherTag extends ForwardingAccountGateway {
    AnotherTag(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public Tag getTag(TagId id) {
      return super.listTags(DirectoryQuery.all()).items().get(0);
    }
  }

  private static final class Cut extends ForwardingAccountGateway {
    Cut(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public void renameTag(TagId id, TagName name) {
      var text = name.value();
      super.renameTag(id, TagName.of(text.substring(0, Math.min(64, text.length()))));
    }
  }

  private static final class Lower extends ForwardingAccountGateway {
    Lower(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public void renameTag(TagId id, TagName name) {
      super.renameTag(id, TagName.of(name.value().toLowerCase(Locale.ROOT)));
    }
  }

  private static final class Swallowing extends ForwardingAccountGateway {
    Swallowing(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public void renameTag(TagId id, TagName name) {
      try {
        super.renameTag(id, name);
      } catch (InboxException.Rejected duplicate) {
        // There is a tag of this name, so all is well.
      }
    }
  }

  private static final class NoDelete extends ForwardingAccountGateway {
    NoDelete(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public void deleteTag(TagId id) {}
  }

  private static final class Shared extends ForwardingAccountGateway {
    Shared(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public CannedResponse createResponse(ResponseDraft draft) {
      return super.createResponse(ResponseDraft.shared(draft.name(), draft.content()));
    }
  }

  private static final class Stripped extends ForwardingAccountGateway {
    Stripped(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public CannedResponse createResponse(ResponseDraft draft) {
      var plain = draft.content().replaceAll("\\P{ASCII}", "");
      return super.createResponse(new ResponseDraft(draft.name(), plain, draft.visibility()));
    }
  }

  private static final class MadeUp extends ForwardingAccountGateway {
    MadeUp(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public CannedResponse createResponse(ResponseDraft draft) {
      super.createResponse(draft);
      return CannedResponse.withId(ResponseId.of("cnr1"))
          .name(draft.name())
          .content(draft.content())
          .visibility(draft.visibility())
          .build();
    }
  }

  private static final class NoResponses extends ForwardingAccountGateway {
    NoResponses(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<CannedResponse> listResponses(DirectoryQuery query) {
      return new DirectoryPage<>(List.of(), OptionalLong.of(0), List.of());
    }
  }

  private static final class NoContent extends ForwardingAccountGateway {
    NoContent(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public CannedResponse getResponse(ResponseId id) {
      return CannedResponse.withId(id).name(super.getResponse(id).name()).build();
    }
  }

  private static final class NoRole extends ForwardingAccountGateway {
    NoRole(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<AccountUser> listUsers() {
      var page = super.listUsers();
      var bare = page.items().stream().map(user -> super.getUser(user.id())).toList();
      return new DirectoryPage<>(bare, page.total(), List.of());
    }
  }

  private static final class NoZone extends ForwardingAccountGateway {
    NoZone(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public AccountUser getUser(UserId id) {
      return AccountUser.withId(id).name(super.getUser(id).name()).build();
    }
  }

  private static final class Everyone extends ForwardingAccountGateway {
    Everyone(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public AccountUser getUser(UserId id) {
      return AccountUser.withId(id).build();
    }
  }

  private static final class All extends ForwardingAccountGateway {
    All(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<ConnectedProfile> listCredentials(ProfileQuery query) {
      return super.listCredentials(query.includingInvalid());
    }
  }

  private static final class Valid extends ForwardingAccountGateway {
    Valid(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<ConnectedProfile> listCredentials(ProfileQuery query) {
      return super.listCredentials(ProfileQuery.valid());
    }
  }

  private static final class AnyNetwork extends ForwardingAccountGateway {
    AnyNetwork(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<ConnectedProfile> listCredentials(ProfileQuery query) {
      return super.listCredentials(ProfileQuery.all());
    }
  }

  private static final class GetsNoInvalid extends ForwardingAccountGateway {
    GetsNoInvalid(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public ConnectedProfile getCredential(CredentialId id) {
      return super.listCredentials(ProfileQuery.valid()).items().stream()
          .filter(profile -> profile.id().equals(id))
          .findFirst()
          .orElseThrow(
              () ->
                  new InboxException.NotFound(
                      CallSubject.ofAccount(Operation.GET_CREDENTIAL, id.value()), ""));
    }
  }

  private static final class NothingDone extends ForwardingAccountGateway {
    NothingDone(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public void renameTag(TagId id, TagName name) {
      try {
        super.renameTag(id, name);
      } catch (InboxException.ChangeUnknown unknown) {
        throw new InboxException.Unavailable(unknown.subject(), "No answer.", null, unknown);
      }
    }
  }

  private static final class Again extends ForwardingAccountGateway {
    Again(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public CannedResponse createResponse(ResponseDraft draft) {
      try {
        return super.createResponse(draft);
      } catch (InboxException.ChangeUnknown unknown) {
        return super.createResponse(draft);
      }
    }
  }

  private static final class Unnamed extends ForwardingAccountGateway {
    Unnamed(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public Tag getTag(TagId id) {
      try {
        return super.getTag(id);
      } catch (InboxException.NotFound missing) {
        throw new InboxException.NotFound(CallSubject.of(Operation.GET_TAG), "");
      }
    }
  }

  private static final class Foreign extends ForwardingAccountGateway {
    Foreign(AccountGateway delegate) {
      super(delegate);
    }

    @Override
    public DirectoryPage<AccountUser> listUsers() {
      try {
        return super.listUsers();
      } catch (InboxException.Unavailable e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
