package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.http.SingleSendInterceptor.UnfitConnection;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.InetSocketAddress;
import java.net.NoRouteToHostException;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finding a connection: how often another one is looked for, and who is blamed for having none. */
class FitConnectionTest {
  private static final java.net.Proxy ELSEWHERE =
      new java.net.Proxy(
          java.net.Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.example", 3128));

  private final SendState sending = new SendState(System::nanoTime, null);
  private final Request request =
      new Request.Builder().url("http://127.0.0.1/").tag(SendState.class, sending).build();
  private final List<Request> tries = new ArrayList<>();

  @Test
  void another_connection_is_looked_for_until_one_is_fit() throws IOException {
    var answer =
        new Response.Builder()
            .request(request)
            .protocol(Protocol.HTTP_1_1)
            .code(200)
            .message("OK")
            .build();

    assertThat(intercept(direct(), tried -> tried < 5 ? new UnfitConnection() : null, answer))
        .isSameAs(answer);
    assertThat(tries).hasSize(5).containsOnly(request);
  }

  @Test
  void after_five_unfit_connections_the_call_ends() {
    assertThatThrownBy(() -> fail(direct(), new UnfitConnection()))
        .isInstanceOf(UnfitConnection.class);
    assertThat(tries).hasSize(5);
    assertThat(sending.metServer()).isFalse();
  }

  @Test
  void a_server_that_cannot_be_connected_to_is_to_blame() {
    for (var failure :
        List.of(
            new ConnectException("refused"),
            new NoRouteToHostException("no route"),
            new SocketTimeoutException("silent"))) {
      var state = new SendState(System::nanoTime, null);
      var own = request.newBuilder().tag(SendState.class, state).build();

      assertThatThrownBy(
              () ->
                  new FitConnectionInterceptor(direct())
                      .intercept(chain(own, tried -> failure, null)))
          .isSameAs(failure);
      assertThat(state.metServer()).as(failure.getMessage()).isTrue();
    }
    assertThat(tries).as("each is tried once").hasSize(3);
  }

  @Test
  void a_proxy_of_the_client_is_to_blame_itself() {
    fails(new OkHttpClient.Builder().proxy(ELSEWHERE).build());

    assertThat(sending.metServer()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void so_is_one_that_is_chosen_for_the_address_even_as_one_of_two(boolean alone) {
    fails(choosing(alone ? List.of(ELSEWHERE) : List.of(java.net.Proxy.NO_PROXY, ELSEWHERE)));

    assertThat(sending.metServer()).isFalse();
  }

  @Test
  void without_a_proxy_for_the_address_it_is_the_server() {
    fails(choosing(List.of(java.net.Proxy.NO_PROXY)));

    assertThat(sending.metServer()).isTrue();
  }

  @Test
  void a_selector_that_names_nothing_leads_to_the_server() {
    fails(choosing(null));

    assertThat(sending.metServer()).isTrue();
  }

  @Test
  void no_proxy_by_setting_overrides_the_selector() {
    fails(choosing(List.of(ELSEWHERE)).newBuilder().proxy(java.net.Proxy.NO_PROXY).build());

    assertThat(sending.metServer()).isTrue();
  }

  @Test
  void a_failure_of_another_kind_blames_no_one() {
    assertThatThrownBy(() -> fail(direct(), new SocketException("broken")))
        .isInstanceOf(SocketException.class);

    assertThat(sending.metServer()).isFalse();
  }

  private void fails(OkHttpClient client) {
    assertThatThrownBy(() -> fail(client, new ConnectException("refused")))
        .isInstanceOf(ConnectException.class);
    assertThat(tries).hasSize(1);
  }

  private void fail(OkHttpClient client, IOException failure) throws IOException {
    intercept(client, tried -> failure, null);
  }

  private Response intercept(
      OkHttpClient client, IntFunction<@Nullable IOException> failures, @Nullable Response answer)
      throws IOException {
    return new FitConnectionInterceptor(client).intercept(chain(request, failures, answer));
  }

  /** Returns a chain that ends in these failures, by the number of the try, or in the answer. */
  private Interceptor.Chain chain(
      Request own, IntFunction<@Nullable IOException> failures, @Nullable Response answer) {
    return (Interceptor.Chain)
        Proxy.newProxyInstance(
            Interceptor.Chain.class.getClassLoader(),
            new Class<?>[] {Interceptor.Chain.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "request" -> own;
                  case "call" -> new OkHttpClient().newCall(own);
                  case "proceed" -> {
                    tries.add((Request) arguments[0]);
                    var failure = failures.apply(tries.size());
                    if (failure != null) {
                      throw failure;
                    }
                    yield answer;
                  }
                  default -> throw new AssertionError(method + Arrays.toString(arguments));
                });
  }

  private static OkHttpClient direct() {
    return new OkHttpClient.Builder().proxy(java.net.Proxy.NO_PROXY).build();
  }

  private static OkHttpClient choosing(@Nullable List<java.net.Proxy> proxies) {
    return new OkHttpClient.Builder()
        .proxySelector(
            new ProxySelector() {
              @Override
              public @Nullable List<java.net.Proxy> select(URI uri) {
                return proxies;
              }

              @Override
              public void connectFailed(URI uri, SocketAddress address, IOException failure) {
                throw new AssertionError(failure);
              }
            })
        .build();
  }
}
