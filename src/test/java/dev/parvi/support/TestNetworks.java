package dev.parvi.support;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The test networks, beside the real ones. */
@TestConfiguration(proxyBeanMethods = false)
public class TestNetworks {

    @Bean
    TestNetwork testNetwork() {
        return new TestNetwork(TestNetwork.KEY, false);
    }

    @Bean
    AwayNetwork awayNetwork() {
        return new AwayNetwork();
    }

    @Bean
    TestNetwork keyedTestNetwork() {
        return new TestNetwork(TestNetwork.KEYED, true);
    }
}
