package io.inboxport.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import okhttp3.Dns;

/**
 * Host lookup of one key. OkHttp hands a pooled connection to a call only if their lookups are
 * equal: so no answer that is left on a connection of one account can reach another.
 *
 * @param lookup the lookup of the client
 * @param owner the key; equal for all gateways with the same one
 */
record AccountDns(Dns lookup, Credentials owner) implements Dns {
  @Override
  public List<InetAddress> lookup(String hostname) throws UnknownHostException {
    return lookup.lookup(hostname);
  }
}
