package io.inboxport.testkit.sandbox;

import io.inboxport.testkit.http.DoorSettings;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * Address of a sandbox: where it listens, and by which names clients may call it. Immutable.
 *
 * @param host an address or name of this machine
 * @param remote whether other machines may reach it
 * @param names let in besides those that are always, in lower case
 */
record SandboxAddress(String host, boolean remote, Set<String> names) {
  static final SandboxAddress LOOPBACK = new SandboxAddress("127.0.0.1", false, Set.of());

  SandboxAddress on(String newHost) {
    return new SandboxAddress(newHost, remote, names).named(newHost);
  }

  SandboxAddress named(String name) {
    var more = new LinkedHashSet<>(names);
    more.add(name.toLowerCase(Locale.ROOT));
    return new SandboxAddress(host, remote, more);
  }

  SandboxAddress open() {
    return new SandboxAddress(host, true, names);
  }

  PageGuard guard() {
    return new PageGuard(Set.copyOf(names), remote);
  }

  /**
   * Returns the settings with this address to listen on.
   *
   * @throws IllegalArgumentException when it is not known, or when other machines reach it and may
   *     not
   */
  DoorSettings of(DoorSettings settings) {
    InetAddress address;
    try {
      address = InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException(
          "The host \"" + host + "\" is not known: give an address or a name of this machine.", e);
    }
    if (!address.isLoopbackAddress() && !remote) {
      throw new IllegalArgumentException(
          "Other machines reach the host \""
              + host
              + "\", and could read, change and break all that the sandbox holds, without a key:"
              + " allow it with --allow-remote (in Java, allowRemote()), or leave the host out.");
    }
    return settings.on(address);
  }
}
