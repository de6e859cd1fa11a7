package io.inboxport.port;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ForwardingAccountGatewayTest {
  private static final Tag TAG = new Tag(TagId.of("etg1"), "VIP");
  private static final AccountUser USER = AccountUser.withId(UserId.of("00A1")).build();
  private static final ConnectedProfile PROFILE =
      ConnectedProfile.withId(CredentialId.of("003-1")).build();
  private static final CannedResponse RESPONSE =
      CannedResponse.withId(ResponseId.of("cnr1")).build();
  private static final DirectoryPage<Object> PAGE =
      new DirectoryPage<>(List.of(), OptionalLong.of(7), List.of());
  private static final Map<Class<?>, Object> ANSWERS =
      Map.of(
          Tag.class, TAG,
          AccountUser.class, USER,
          ConnectedProfile.class, PROFILE,
          CannedResponse.class, RESPONSE,
          DirectoryPage.class, PAGE,
          Clock.class, Clock.fixed(Instant.EPOCH, ZoneOffset.UTC),
          Duration.class, Duration.ofSeconds(3));

  private final List<String> calls = new ArrayList<>();
  private final AccountGateway behind =
      proxy(
          (proxy, method, arguments) -> {
            calls.add(
                Stream.concat(
                        Stream.of(method.getName()),
                        arguments == null ? Stream.of() : Arrays.stream(arguments))
                    .map(Object::toString)
                    .toList()
                    .toString());
            return ANSWERS.get(method.getReturnType());
          });
  private final AccountGateway front = new ForwardingAccountGateway(behind) {};

  private static AccountGateway proxy(InvocationHandler handler) {
    return (AccountGateway)
        Proxy.newProxyInstance(
            AccountGateway.class.getClassLoader(), new Class<?>[] {AccountGateway.class}, handler);
  }

  @Test
  void every_call_is_passed_on_and_its_answer_comes_back() {
    var query = DirectoryQuery.all();
    var draft = ResponseDraft.shared("Hello", "Hi");

    assertThat(front.listTags(query)).isSameAs(PAGE);
    assertThat(front.getTag(TAG.id())).isSameAs(TAG);
    front.renameTag(TAG.id(), TagName.of("Support"));
    front.deleteTag(TAG.id());
    assertThat(front.listResponses(query)).isSameAs(PAGE);
    assertThat(front.getResponse(RESPONSE.id())).isSameAs(RESPONSE);
    assertThat(front.createResponse(draft)).isSameAs(RESPONSE);
    assertThat(front.listUsers()).isSameAs(PAGE);
    assertThat(front.getUser(USER.id())).isSameAs(USER);
    assertThat(front.listCredentials(ProfileQuery.all())).isSameAs(PAGE);
    assertThat(front.getCredential(PROFILE.id())).isSameAs(PROFILE);
    assertThat(front.clock().instant()).isEqualTo(Instant.EPOCH);
    assertThat(front.clockOffset()).isEqualTo(Duration.ofSeconds(3));
    front.close();

    assertThat(calls)
        .containsExactly(
            "[listTags, DirectoryQuery[all]]",
            "[getTag, etg1]",
            "[renameTag, etg1, Support]",
            "[deleteTag, etg1]",
            "[listResponses, DirectoryQuery[all]]",
            "[getResponse, cnr1]",
            "[createResponse, " + draft + "]",
            "[listUsers]",
            "[getUser, 00A1]",
            "[listCredentials, " + ProfileQuery.all() + "]",
            "[getCredential, 003-1]",
            "[clock]",
            "[clockOffset]",
            "[close]");
    assertThat(calls).hasSameSizeAs(AccountGateway.class.getMethods());
  }

  @Test
  void a_gateway_that_says_nothing_of_time_goes_by_the_systems_clock() {
    var bare = proxy(InvocationHandler::invokeDefault);

    assertThat(bare.clock()).isEqualTo(Clock.systemUTC());
    assertThat(bare.clockOffset()).isEqualTo(Duration.ZERO);
    bare.close();
  }
}
