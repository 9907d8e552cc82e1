package dev.parvi.networks;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** The company's site: a server of its own, each page with the desk's script, a form and a telephone number. */
final class Shop implements AutoCloseable {

    private final HttpServer server;

    Shop(String desk, String site) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var page = """
                    <!doctype html><html lang="en"><title>A shop</title><link rel="icon" href="data:,">
                    <script async src="%s/t/parvi.js" data-site="%s"></script>
                    <h1>%s</h1><form action="/registered" data-parvi="registered"><button>Register</button></form>
                    <a href="tel:+358 9 123 456">Call us</a></html>
                    """.formatted(desk, site, exchange.getRequestURI().getPath())
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "text/html;charset=utf-8");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        server.start();
    }

    String address(String page) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + page;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
