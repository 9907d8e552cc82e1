package dev.parvi.platform;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How a host name becomes addresses; tests put their own in its place. */
@FunctionalInterface
interface LookUp {

    InetAddress[] addresses(String host) throws UnknownHostException;
}
