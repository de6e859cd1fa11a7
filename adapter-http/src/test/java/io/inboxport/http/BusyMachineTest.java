package io.inboxport.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.inboxport.budget.MonotonicTime;
import io.inboxport.budget.RequestBudget;
import io.inboxport.call.InboxException.Unavailable;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Time-outs that this side explains itself are not held against the server. */
class BusyMachineTest extends ReliableCallFixture {
  private static final int MANY = 30;

  /** Enough to open the breaker. */
  private static final int ENOUGH = 12;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void answers_that_came_to_a_thread_that_was_held_up_do_not_open_the_breaker(boolean tls)
      throws Exception {
    var isBusy = new AtomicBoolean(true);
    var door = new ByteServer(tls, request -> ByteServer.ok(FOUND));
    var client =
        door.client()
            .newBuilder()
            .eventListenerFactory(call -> isBusy.get() ? new HeldUp() : EventListener.NONE)
            .build();
    try (door;
        var real =
            settings()
                .baseUrl(door.url())
                .client(client)
                .accounts(new AccountRegistry(MonotonicTime.SYSTEM, Clock.systemUTC()))
                .budget(RequestBudget.unlimited())
                .deadline(Duration.ofSeconds(3))
                .attempts(1)
                .build()) {
      var threads = Executors.newFixedThreadPool(ENOUGH);
      try {
        var calls =
            IntStream.range(0, ENOUGH).mapToObj(i -> threads.submit(() -> real.get(ID))).toList();
        for (Future<?> call : calls) {
          assertThatThrownBy(call::get)
              .cause()
              .isInstanceOf(Unavailable.class)
              .hasMessageContaining("No answer came in time");
        }
      } finally {
        threads.shutdownNow();
      }

      isBusy.set(false);
      assertThat(real.get(ID).id()).isEqualTo(ID);
      assertThat(door.requests()).isEqualTo(ENOUGH + 1);
    }
  }

  @Test
  void threads_that_wake_long_after_their_time_do_not_open_it() {
    var silent =
        new ByteServer(
            false,
            request -> {
              time.pass(Duration.ofSeconds(41));
              return "";
            });

    timesOut(silent, new OkHttpClient());
  }

  @Test
  void time_that_passed_before_the_request_left_does_not_open_it() {
    var client =
        new OkHttpClient.Builder()
            .addInterceptor(
                chain -> {
                  time.pass(Duration.ofSeconds(5));
                  return chain.proceed(chain.request());
                })
            .build();

    timesOut(new ByteServer(false, request -> ""), client);
  }

  private void timesOut(ByteServer silent, OkHttpClient client) {
    try (silent;
        var hurried =
            settings()
                .baseUrl(silent.url())
                .client(client)
                .deadline(Duration.ofSeconds(40))
                .readTimeout(Duration.ofMillis(5))
                .attempts(1)
                .build()) {
      for (int i = 0; i < MANY; i++) {
        assertThatThrownBy(() -> hurried.get(ID)).hasMessageContaining("No answer came in time");
      }
      assertThat(silent.requests()).isEqualTo(MANY);
    }
  }

  @Test
  void a_socket_remembers_that_bytes_were_waiting_when_it_was_closed() throws Exception {
    try (var listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      for (var sent : new byte[][] {{}, {'H'}}) {
        var socket = new InterruptibleSocket();
        socket.connect(listening.getLocalSocketAddress(), 10_000);
        try (var peer = listening.accept()) {
          peer.getOutputStream().write(sent);
          while (socket.unreadBytes() < sent.length) {
            Thread.onSpinWait();
          }
          socket.close();
          socket.close();
        }

        assertThat(socket.wasClosedUnread()).isEqualTo(sent.length > 0);
      }
    }
  }

  /** Holds the thread of a call up before it tells the answer, until the call's time is over. */
  private static final class HeldUp extends EventListener {
    private final ConcurrentMap<Call, CountDownLatch> over = new ConcurrentHashMap<>();

    @Override
    public void responseHeadersStart(Call call) {
      try {
        assertThat(latch(call).await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void canceled(Call call) {
      latch(call).countDown();
    }

    private CountDownLatch latch(Call call) {
      return over.computeIfAbsent(call, any -> new CountDownLatch(1));
    }
  }
}
