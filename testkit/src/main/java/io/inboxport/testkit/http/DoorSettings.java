package io.inboxport.testkit.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * Settings of an {@link HttpDoor}: its address, and what slow or greedy clients may take.
 *
 * <p>{@link #onLoopback()} has the defaults: any free port of 127.0.0.1, no TLS, 256 connections,
 * 30 seconds for a request to come and for an answer to be taken, 5 minutes between two requests.
 * Immutable.
 */
public final class DoorSettings {
  /** As the URL says it, also if the JVM is told to prefer IPv6. */
  private static final byte[] LOOPBACK = {127, 0, 0, 1};

  private final InetAddress address;
  private final int port;
  private final @Nullable SSLSocketFactory tls;
  private final int connections;
  private final Duration requestTime;
  private final Duration idleTime;

  private DoorSettings(
      InetAddress address,
      int port,
      @Nullable SSLSocketFactory tls,
      int connections,
      Duration requestTime,
      Duration idleTime) {
    this.address = Objects.requireNonNull(address, "address");
    this.port = port;
    this.tls = tls;
    this.connections = connections;
    this.requestTime = requestTime;
    this.idleTime = idleTime;
  }

  /** The defaults. */
  public static DoorSettings onLoopback() {
    try {
      return new DoorSettings(
          InetAddress.getByAddress(LOOPBACK),
          0,
          null,
          256,
          Duration.ofSeconds(30),
          Duration.ofMinutes(5));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("an address of four bytes has the right length", e);
    }
  }

  /** The same on another address; the wildcard address listens on all of this machine. */
  public DoorSettings on(InetAddress newAddress) {
    return new DoorSettings(newAddress, port, tls, connections, requestTime, idleTime);
  }

  /** The same on this port; 0 is any that is free. */
  public DoorSettings port(int newPort) {
    return new DoorSettings(address, newPort, tls, connections, requestTime, idleTime);
  }

  /** The same with the server's side of TLS from this factory. */
  public DoorSettings tls(SSLSocketFactory factory) {
    return new DoorSettings(
        address,
        port,
        Objects.requireNonNull(factory, "factory"),
        connections,
        requestTime,
        idleTime);
  }

  /**
   * The same with room for this many connections at once, each of which has a thread. If there are
   * more, the one that has been without a request for longest is closed, or newcomers wait.
   *
   * @throws IllegalArgumentException when it is less than 1
   */
  public DoorSettings connections(int most) {
    if (most < 1) {
      throw new IllegalArgumentException("A door needs room for 1 connection or more: " + most);
    }
    return new DoorSettings(address, port, tls, most, requestTime, idleTime);
  }

  /**
   * The same with this long for a request to come whole, from its first byte on, and for each piece
   * of an answer to be taken. A request that is too slow is answered 408.
   *
   * @throws IllegalArgumentException when it is less than a millisecond or more than a day
   */
  public DoorSettings requestTime(Duration longest) {
    return new DoorSettings(address, port, tls, connections, checked(longest), idleTime);
  }

  /**
   * The same with this long for a connection to stay open without a request.
   *
   * @throws IllegalArgumentException when it is less than a millisecond or more than a day
   */
  public DoorSettings idleTime(Duration longest) {
    return new DoorSettings(address, port, tls, connections, requestTime, checked(longest));
  }

  private static Duration checked(Duration time) {
    if (time.toMillis() < 1 || time.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException("The time is " + time + ": give 1 ms to 24 hours.");
    }
    return time;
  }

  InetAddress address() {
    return address;
  }

  int port() {
    return port;
  }

  @Nullable SSLSocketFactory tls() {
    return tls;
  }

  int connections() {
    return connections;
  }

  Duration requestTime() {
    return requestTime;
  }

  Duration idleTime() {
    return idleTime;
  }

  /** Names address, port and limits. */
  @Override
  public String toString() {
    return "DoorSettings["
        + (address.getHostAddress() + ":" + port)
        + (tls == null ? ", " : ", TLS, ")
        + (connections + " connections, " + requestTime + ", " + idleTime + "]");
  }
}
