package dev.parvi.bench;

import dev.parvi.platform.Outbound;
import dev.parvi.support.ToldDesk;
import java.io.IOException;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The desk as it is, with the sink as one more network; does what it's told on standard input. */
@Configuration(proxyBeanMethods = false)
class BenchDesk {

    @Bean
    SinkNetwork sinkNetwork(Outbound outbound) {
        return new SinkNetwork(outbound, System.getProperty("bench.sink"));
    }

    public static void main(String[] args) throws IOException {
        ToldDesk.run(BenchDesk.class, args);
    }
}
