package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.call.InboxException.ChangeUnknown;
import io.inboxport.call.InboxException.NotFound;
import io.inboxport.call.InboxException.Rejected;
import io.inboxport.call.InboxException.Unavailable;
import io.inboxport.call.InboxException.UnreadableResponse;
import io.inboxport.call.Operation;
import io.inboxport.conversation.Network;
import io.inboxport.conversation.UserId;
import io.inboxport.directory.DirectoryQuery;
import io.inboxport.directory.ListOrdering;
import io.inboxport.directory.ProfileQuery;
import io.inboxport.directory.ProfileStatus;
import io.inboxport.directory.ResponseDraft;
import io.inboxport.directory.ResponseId;
import io.inboxport.directory.ResponseVisibility;
import io.inboxport.directory.UserRole;
import io.inboxport.port.AccountGateway;
import io.inboxport.reply.CredentialId;
import io.inboxport.tag.Tag;
import io.inboxport.tag.TagId;
import io.inboxport.tag.TagName;
import io.inboxport.testkit.sandbox.ReceivedRequest;
import io.inboxport.testkit.sandbox.Sandbox;
import io.inboxport.testkit.sandbox.WireFault;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Requests and answers beside conversations, on the wire. */
class AccountWireTest {
  private static final TagId TAG = TagId.of("etg000000000001");

  private final Sandbox sandbox = Sandbox.builder().empty().start();
  private final HttpInboxGateway gateway = SandboxGateways.unhurried(sandbox);
  private final CannedAnswers canned = new CannedAnswers();
  private final HttpInboxGateway told =
      HttpInboxGateway.builder()
          .credentials(Credentials.of("001", "key"))
          .baseUrl(URI.create("http://127.0.0.1:9/v2"))
          .calls(canned)
          .build();

  @AfterEach
  void close() {
    gateway.close();
    told.close();
    sandbox.close();
  }

  private AccountGateway answered(String body) {
    canned.answering(body);
    return told.account();
  }

  private ReceivedRequest last() {
    var requests = sandbox.received().requests();
    return requests.get(requests.size() - 1);
  }

  @Test
  void a_query_for_tags_is_written_as_the_vendor_documents() {
    sandbox.twin().addTag(TagName.of("Support"));
    gateway
        .account()
        .listTags(
            DirectoryQuery.all()
                .matching("a&b c")
                .page(1)
                .atMost(20)
                .inOrder(ListOrdering.byName()));

    assertThat(last().method()).isEqualTo("GET");
    assertThat(last().path()).isEqualTo("/v2/conversation-tag");
    assertThat(last().query())
        .containsEntry("q", List.of("a&b c"))
        .containsEntry("_page", List.of("1"))
        .containsEntry("_count", List.of("20"))
        .containsEntry("_order", List.of("name,1"));

    gateway.account().listTags(DirectoryQuery.all());
    assertThat(last().query()).isEmpty();
  }

  @Test
  void writes_are_written_as_the_vendor_documents() {
    sandbox.twin().addTag(TagName.of("Support"));
    var account = gateway.account();

    account.renameTag(TAG, TagName.of("Customer Support"));
    assertThat(last().method() + " " + last().path())
        .isEqualTo("POST /v2/conversation-tag/etg000000000001");
    assertThat(last().form()).containsOnlyKeys("tag").containsValue(List.of("Customer Support"));

    account.deleteTag(TAG);
    assertThat(last().method() + " " + last().path())
        .isEqualTo("DELETE /v2/conversation-tag/etg000000000001");
    assertThat(last().form()).isEmpty();

    account.createResponse(ResponseDraft.privately("Welcome", "Thanks!"));
    assertThat(last().method() + " " + last().path()).isEqualTo("POST /v2/canned-response");
    assertThat(last().form())
        .containsEntry("name", List.of("Welcome"))
        .containsEntry("content", List.of("Thanks!"))
        .containsEntry("visibility", List.of("private"));
  }

  @Test
  void invalid_credentials_are_asked_for_by_a_parameter_of_their_own() {
    gateway.account().listCredentials(ProfileQuery.all().on(Network.of("X")));
    assertThat(last().path()).isEqualTo("/v2/credential");
    assertThat(last().query())
        .containsEntry("network", List.of("Twitter"))
        .containsEntry("includeInvalid", List.of("1"));

    gateway.account().listCredentials(ProfileQuery.valid());
    assertThat(last().query()).isEmpty();
  }

  @Test
  void an_id_is_one_step_of_the_path_whatever_it_holds() {
    assertThatThrownBy(() -> gateway.account().getCredential(CredentialId.of("003/../me?x=1")))
        .isInstanceOf(NotFound.class);
    assertThat(last().path()).startsWith("/v2/credential/003%2F..%2Fme");
  }

  @Test
  void a_delete_that_loses_its_answer_is_sent_once_and_its_fate_is_unknown() {
    sandbox.twin().addTag(TagName.of("Support"));
    gateway.account().listTags(DirectoryQuery.all()); // A connection that is used again.
    sandbox
        .faults()
        .inject(Operation.DELETE_TAG, WireFault.of(WireFault.Kind.RESET_AFTER_EXECUTING));

    assertThatThrownBy(() -> gateway.account().deleteTag(TAG))
        .isInstanceOf(ChangeUnknown.class)
        .hasMessageContaining("Delete tag etg000000000001: ");
    assertThat(sandbox.received().count(Operation.DELETE_TAG)).isEqualTo(1);
  }

  @Test
  void the_samples_of_the_vendors_pages_are_read() {
    var tags =
        answered(
                "{\"Result\":true,\"Items\":[{\"Id\":\"etg000000000001\",\"Value\":\"Support\"},"
                    + "{\"Id\":\"etg000000000002\",\"Value\":\"VIP\"}],\"Total\":2}")
            .listTags(DirectoryQuery.all());
    assertThat(tags.items())
        .containsExactly(new Tag(TAG, "Support"), new Tag(TagId.of("etg000000000002"), "VIP"));
    assertThat(tags.truncated()).isFalse();

    var response =
        answered(
                "{\"Result\":true,\"CannedResponse\":{\"ID\":\"cnr000000000001\",\"Name\":\"Welcome"
                    + " Reply\",\"Content\":\"Thanks!\",\"Visibility\":\"shared\",\"Created\":\"2025-01-15"
                    + " 08:30:00\",\"CreatedBy\":{\"Id\":\"00A000000000001\",\"Name\":\"Jane"
                    + " Smith\",\"Email\":\"jane@example.com\"}}}")
            .getResponse(ResponseId.of("cnr000000000001"));
    assertThat(response.visibility()).isEqualTo(ResponseVisibility.SHARED);
    assertThat(response.created()).contains(Instant.parse("2025-01-15T08:30:00Z"));
    assertThat(response.createdBy()).contains(UserId.of("00A000000000001"));

    var users =
        answered(
                "{\"Result\":true,\"Items\":[{\"Id\":\"00A000000000000\",\"Name\":\"Oktopost\",\"Email\":"
                    + "\"info@oktopost.com\",\"LastLogin\":\"2015-07-23 09:13:17\",\"Role\":\"admin\","
                    + "\"Timezone\":\"America/New_York\"}],\"Total\":10}")
            .listUsers();
    assertThat(users.items().get(0).role()).isEqualTo(UserRole.ADMIN);
    assertThat(users.items().get(0).timeZone()).isEqualTo("America/New_York");
    assertThat(users.truncated()).isTrue();

    var profile =
        answered(
                "{\"Result\":true,\"Credential\":{\"Id\":\"003-001000000000000-10795428\",\"Created\":"
                    + "\"2015-10-26 21:02:30\",\"Name\":\"Oktopost's Twitter\",\"DisplayName\":\"Oktopost\","
                    + "\"Status\":\"valid\",\"Network\":\"Twitter\",\"ImageLink\":\"valid\","
                    + "\"NetworkUsername\":\"oktopost\",\"NativePostsEnabled\":0}}")
            .getCredential(CredentialId.of("003-001000000000000-10795428"));
    assertThat(profile.network()).isEqualTo(Network.TWITTER);
    assertThat(profile.status()).isEqualTo(ProfileStatus.VALID);
    assertThat(profile.networkUsername()).isEqualTo("oktopost");
  }

  @Test
  void a_broken_item_costs_only_itself_and_a_false_total_is_none() {
    var tags =
        answered(
                "{\"Result\":true,\"Items\":[{\"Id\":\"\",\"Value\":\"a\"},{\"Id\":\"etg1\"},"
                    + "{\"Id\":\"etg2\",\"Value\":\"VIP\"}],\"Total\":1}")
            .listTags(DirectoryQuery.all());

    assertThat(tags.items()).containsExactly(new Tag(TagId.of("etg2"), "VIP"));
    assertThat(tags.unreadable()).hasSize(2);
    assertThat(tags.total()).isEmpty();
    assertThat(tags.truncated()).isTrue();
  }

  @Test
  void an_answer_without_items_is_no_page() {
    assertThatThrownBy(
            () -> answered("{\"Result\":true,\"Total\":0}").listTags(DirectoryQuery.all()))
        .isInstanceOf(UnreadableResponse.class);
    assertThat(
            answered("{\"Result\":true,\"Items\":null,\"Total\":0}")
                .listTags(DirectoryQuery.all())
                .items())
        .isEmpty();
  }

  @Test
  void an_answer_about_something_else_is_no_answer() {
    assertThatThrownBy(
            () ->
                answered("{\"Result\":true,\"Tag\":{\"Id\":\"etg2\",\"Value\":\"VIP\"}}")
                    .getTag(TAG))
        .isInstanceOf(UnreadableResponse.class)
        .hasMessageContaining("about something else");
    assertThatThrownBy(
            () -> answered("{\"Result\":true,\"User\":{\"Id\":\"1\"}}").getUser(UserId.of("2")))
        .isInstanceOf(UnreadableResponse.class);
    assertThatThrownBy(
            () ->
                answered("{\"Result\":true,\"Credential\":{\"Id\":\"1\"}}")
                    .getCredential(CredentialId.of("2")))
        .isInstanceOf(UnreadableResponse.class);
  }

  @Test
  void a_created_response_without_an_id_leaves_the_fate_open() {
    assertThatThrownBy(
            () ->
                answered("{\"Result\":true,\"CannedResponse\":{\"Name\":\"Welcome\"}}")
                    .createResponse(ResponseDraft.shared("Welcome", "Thanks!")))
        .isInstanceOf(ChangeUnknown.class)
        .hasMessageNotContaining("Welcome");
  }

  @Test
  void a_refusal_is_told_in_the_servers_words_without_the_text_that_was_sent() {
    assertThatThrownBy(
            () ->
                answered(
                        "{\"Result\":false,\"Errors\":[\"The name our very best customers of all"
                            + " already exists\"]}")
                    .renameTag(TAG, TagName.of("our very best customers of all")))
        .isInstanceOfSatisfying(
            Rejected.class,
            e -> assertThat(e.serverMessage()).doesNotContain("very best customers"));
  }

  @Test
  void a_closed_gateway_sends_nothing_more() {
    gateway.close();

    assertThatThrownBy(() -> gateway.account().listUsers())
        .isInstanceOf(Unavailable.class)
        .hasMessageContaining("closed");
    assertThat(sandbox.received().requests()).isEmpty();
  }
}
