package io.moltrail.web.security;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/**
 * Where a call comes from, as far as that can be believed. A controller method takes it as a
 * parameter.
 */
public record CallerAddress(InetAddress address) {

  private static final int HALF_OF_IPV6 = 8;

  /** What counts as one client: an address, or in IPv6 the /64 that one customer gets. */
  public String key() {
    return address instanceof Inet6Address
        ? network().getHostAddress() + "/64"
        : address.getHostAddress();
  }

  private InetAddress network() {
    try {
      byte[] bytes = address.getAddress();
      Arrays.fill(bytes, HALF_OF_IPV6, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes);
    } catch (UnknownHostException e) {
      throw new IllegalStateException("sixteen bytes are always an address", e);
    }
  }
}
